package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Why a build was not built, and with which build it began: its own key or another's. */
public record Ended(ReasonCode code, Map<String, String> facts, String culpritKey, String culpritArtifact) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** As it was stored. */
    static @Nullable Ended of(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Ended.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    static Optional<Ended> by(ArtifactBuildDomainEvent fact) {
        return switch (fact) {
            case ArtifactBuildFailed failed -> Optional.of(of(failed.reason(), failed.culprit()));
            case ArtifactBuildCanceled canceled -> Optional.of(of(canceled.reason(), canceled.culprit()));
            default -> Optional.empty();
        };
    }

    private static Ended of(Reason reason, Culprit culprit) {
        return new Ended(reason.code(), reason.facts(), culprit.build().value(), culprit.artifact());
    }
}
