package io.freshmaker.query.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A write that answers with the id of the fact, of several the last, that was made of it. */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface TellsFact {

    /** The header that has it. */
    String HEADER = "Freshmaker-Fact";
}
