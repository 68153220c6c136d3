package io.freshmaker.query.bundle;

import io.freshmaker.query.build.Builds;
import io.freshmaker.query.web.ApiError;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Which pullspecs a bundle is built with instead of its own: OSBS asks while it builds it (spec §10.2). As in the original what is no
 * bundle has none: null.
 */
@RestController
class PullspecOverridesResource {

    private static final String NONE = "null";

    private final Bundles bundles;
    private final Builds builds;

    PullspecOverridesResource(Bundles bundles, Builds builds) {
        this.bundles = bundles;
        this.builds = builds;
    }

    @GetMapping("/api/{version:[12]}/pullspec_overrides/{id:[0-9]+}")
    ResponseEntity<String> overrides(@PathVariable String id) {
        Optional<String> overrides = bundles.overrides(id);
        if (overrides.isEmpty() && !builds.exists(id)) throw ApiError.notFound("No such bundle build");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(overrides.orElse(NONE));
    }
}
