package io.freshmaker.query.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** Records say which of their fields are always there and which may be null: so do their schemas. */
@Component
@SuppressWarnings("rawtypes") // as Swagger has them
class RecordSchemas implements ModelConverter {

    private static final String OURS = "io.freshmaker.";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) return null;
        Schema<?> resolved = chain.next().resolve(type, context, chain);
        JavaType java = Json31.mapper().constructType(type.getType());
        Class<?> known = java.getRawClass();
        if (resolved != null && known.isRecord() && known.getName().startsWith(OURS)) {
            Schema<?> schema = resolved.get$ref() == null
                    ? resolved
                    : context.getDefinedModels()
                            .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
            if (schema != null && schema.getProperties() != null) describe(known, schema);
        }
        return resolved;
    }

    private static void describe(Class<?> known, Schema<?> schema) {
        Set<String> required = new LinkedHashSet<>();
        for (RecordComponent component : known.getRecordComponents()) {
            String name = nameOf(component);
            rename(schema.getProperties(), component.getName(), name);
            if (isLeftOut(component)) continue;
            required.add(name);
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) nullable(schema, name);
        }
        schema.setRequired(List.copyOf(required));
    }

    /** Swagger's own Jackson is older than ours and does not know its annotations. The order of the fields stays. */
    private static void rename(Map<String, Schema> properties, String from, String to) {
        Schema property = properties.remove(properties.containsKey(to) ? to : from);
        if (property != null) properties.put(to, property);
    }

    /** What is null in an object where it is always there. */
    private static void nullable(Schema<?> schema, String name) {
        Map<String, Schema> properties = schema.getProperties();
        Schema<?> property = properties.get(name);
        if (property == null) return;
        if (property.get$ref() != null) {
            properties.put(name, new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null")))));
        } else if (property.getTypes() != null && !property.getTypes().contains("null")) {
            Set<String> types = new LinkedHashSet<>(property.getTypes());
            types.add("null");
            property.setTypes(types);
        }
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
        if (given != null && !given.value().isEmpty()) return given.value();
        JsonNaming all = component.getDeclaringRecord().getAnnotation(JsonNaming.class);
        boolean snake = all != null && all.value() == SnakeCaseStrategy.class;
        return snake ? inSnakeCase(component.getName()) : component.getName();
    }

    private static String inSnakeCase(String name) {
        return name.replaceAll("[A-Z]", "_$0").toLowerCase(Locale.ROOT);
    }

    private static boolean isLeftOut(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.NON_NULL;
    }
}
