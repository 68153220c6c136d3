package io.freshmaker.query.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A filter that a list has and that may be given several times. What a list does not declare, it refuses. Lists that have the same
 * may share an annotation of their own.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(ListArgument.All.class)
public @interface ListArgument {

    String name();

    String description();

    /** The names that it can have; none but {@code Enum} itself if any text will do. */
    @SuppressWarnings("rawtypes")
    Class<? extends Enum> names() default Enum.class;

    /** Whether it is a number. */
    boolean number() default false;

    /** All of one list. */
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        ListArgument[] value();
    }

    /** The arguments of every list that is paged by cursor: since, until, cursor, limit. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Paging {}

    /** The arguments of a list that is of a time: since, until. */
    @Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Times {}
}
