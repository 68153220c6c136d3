package io.freshmaker.platform.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Declares, on any bean, a setting that no {@code @ConfigurationProperties} record has. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(KnownSettings.class)
public @interface KnownSetting {

    /** Its full name, with dashes. */
    String name();

    /** The values that it may have; none means any. */
    String[] choices() default {};

    /** Whether it is the beginning of names of which any may stand there, as those of a part that is not in use. */
    boolean open() default false;
}
