package io.freshmaker.query.role;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says, on a handler's method, which roles may call it: one of them is enough. A write without this annotation needs {@link
 * Role#ADMIN}; a read without it is open. The method may take a {@link Caller} to learn who it is.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    Role[] value();

    /** The last part of the scope that a bearer token must have too, as {@code submit-build} (spec §10.8); empty: none. */
    String scope() default "";
}
