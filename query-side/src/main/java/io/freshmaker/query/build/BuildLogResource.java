package io.freshmaker.query.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a build printed. */
@RestController
class BuildLogResource {

    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, UTF_8);

    private final Builds builds;
    private final BuildLogs logs;

    BuildLogResource(Builds builds, BuildLogs logs) {
        this.builds = builds;
        this.logs = logs;
    }

    /** 404 when there is nothing yet, or, for who asks with {@code missing=ok}, 204: to a browser each 404 is an error. */
    @Operation(operationId = "getBuildLog", summary = "The last part of what a build printed", tags = "builds")
    @ApiResponse(
            responseCode = "200",
            description = "At most the last MiB.",
            content = @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "204",
            description = "It has printed nothing yet, and `missing=ok` was given.",
            content = @Content)
    @Refuses(status = 404, when = "There is no such build, or it has printed nothing yet.")
    @GetMapping("/api/3/builds/{id:[0-9]+}/log")
    ResponseEntity<String> log(
            @PathVariable String id,
            @Parameter(description = "`ok`: 204 in place of 404 when it has printed nothing yet.")
                    @RequestParam(defaultValue = "")
                    String missing) {
        Optional<String> text = logs.read(builds.find(id).buildKey());
        if (text.isEmpty() && missing.equals("ok"))
            return ResponseEntity.noContent().build();
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("X-Content-Type-Options", "nosniff")
                .body(text.orElseThrow(() -> ApiError.notFound("Build %s has no log yet.".formatted(id))));
    }
}
