package io.freshmaker.query.request;

import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.openapi.TellsFact;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what a request for a rebuild is answered with. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(responseCode = "200", description = "The Event in short form.")
@TellsFact
@Refuses(status = 403, when = "The writer may not, or the request could be a web page's.")
@Refuses(status = 422, when = "The key was sent before, with another request.")
@Refuses(status = 503, when = "The command side is not there, the read models are behind, or others are asking.")
@interface Registered {}
