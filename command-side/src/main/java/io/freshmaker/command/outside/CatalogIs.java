package io.freshmaker.command.outside;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Beans that are there where the setting {@code freshmaker.catalog} has one of these values. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(CatalogIs.Match.class)
public @interface CatalogIs {

    String[] value();

    /** Looks at the setting. */
    final class Match implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata annotated) {
            String catalog = context.getEnvironment().getProperty("freshmaker.catalog", "file");
            Map<String, @Nullable Object> attributes =
                    Objects.requireNonNull(annotated.getAnnotationAttributes(CatalogIs.class.getName()));
            return Arrays.asList((String[]) Objects.requireNonNull(attributes.get("value")))
                    .contains(catalog);
        }
    }
}
