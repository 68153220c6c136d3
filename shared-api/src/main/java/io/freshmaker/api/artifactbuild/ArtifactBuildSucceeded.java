package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * It was built, as {@code rebuiltNvr} where it has one; {@code name} is the artifact's.
 *
 * @param type of the artifact; null in facts of revision 1
 */
@Revision("2")
public record ArtifactBuildSucceeded(
        BuildId buildId,
        EventId eventId,
        String name,
        @Nullable String rebuiltNvr,
        @Nullable ArtifactType type) implements ArtifactBuildDomainEvent, BlockerGone {

    /** Of an artifact of which others hear the NVR. */
    public ArtifactBuildSucceeded(BuildId buildId, EventId eventId, String name, @Nullable String rebuiltNvr) {
        this(buildId, eventId, name, rebuiltNvr, ArtifactType.IMAGE);
    }

    @Override
    public Blocker blocker() {
        return Blocker.parent(buildId);
    }

    /** Images are built from images, packages with packages; of a module others hear the name only. */
    @Override
    public String product() {
        return rebuiltNvr == null || type == ArtifactType.MODULE ? name : rebuiltNvr;
    }
}
