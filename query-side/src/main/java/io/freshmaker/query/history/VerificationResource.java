package io.freshmaker.query.history;

import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.query.build.Builds;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What a rebuilt image was found to contain of an advisory's RPMs: the stored evidence. */
@RestController
class VerificationResource {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "artifactbuild." + ArtifactBuildVerified.class.getSimpleName();

    private final Builds builds;
    private final History history;

    VerificationResource(Builds builds, History history) {
        this.builds = builds;
        this.history = history;
    }

    @Operation(
            operationId = "getVerification",
            summary = "What the image was found to contain of the advisory's RPMs, in every architecture",
            tags = "builds")
    @Refuses(status = 404, when = "There is no such build, or nobody has looked at what it contains.")
    @GetMapping("/api/3/builds/{id:[0-9]+}/verification")
    Verification verification(@PathVariable String id) {
        return history.of(builds.find(id).buildKey()).stream()
                .filter(fact -> fact.type().equals(TYPE))
                .map(fact -> JSON.treeToValue(JSON.readTree(fact.data()).path("verification"), Verification.class))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("Nobody has looked at what build %s contains.".formatted(id)));
    }
}
