package io.freshmaker.query.leftover;

import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.openapi.TellsFact;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What every decision of a person about something left over answers with. */
@ApiResponse(responseCode = "200", description = "What came of it within two seconds.")
@TellsFact
@Refuses(status = 404, when = "There is none, or it was done meanwhile.")
@Refuses(status = 409, when = "It is not open, or somebody else decided about the same failure.")
@Refuses(status = 503, when = "The command side is not there, or no messaging adapter has ever run.")
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@interface Decision {

    /** One that needs its reason in the body. */
    @Decision
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @io.swagger.v3.oas.annotations.media.Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "#/components/schemas/Drop")))
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface WithReason {}
}
