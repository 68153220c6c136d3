package io.freshmaker.query.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.platform.log.BuildLogs;
import io.freshmaker.query.web.ApiError;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    @GetMapping("/api/3/builds/{id:[0-9]+}/log")
    ResponseEntity<String> log(@PathVariable String id) {
        String text = logs.read(builds.find(id).buildKey())
                .orElseThrow(() -> ApiError.notFound("Build %s has no log yet.".formatted(id)));
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header("X-Content-Type-Options", "nosniff")
                .body(text);
    }
}
