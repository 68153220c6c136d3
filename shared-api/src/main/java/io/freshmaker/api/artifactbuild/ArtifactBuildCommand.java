package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.List;
import java.util.Objects;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What a build can be asked to do. All of them come from machines: repeated or late they change nothing. */
public sealed interface ArtifactBuildCommand {

    /** A plan holds them: some builds of one Event, in a dry run only to be told. They are many, so they are stored together. */
    record PlanArtifactBuilds(@RoutingKey EventId eventId, int eventNumber, List<PlannedBuild> builds, boolean dryRun)
            implements ArtifactBuildCommand {

        public PlanArtifactBuilds(EventId eventId, int eventNumber, List<PlannedBuild> builds) {
            this(eventId, eventNumber, builds, false);
        }
    }

    /**
     * Nothing blocks it.
     *
     * @param rebuiltParents the NVRs of the parents that were rebuilt before it
     * @param composes the numbers of the composes that were made for it
     */
    record StartArtifactBuild(
            @TargetAggregateIdentifier BuildId buildId, List<String> rebuiltParents, List<Long> composes)
            implements ArtifactBuildCommand {

        public StartArtifactBuild {
            composes = List.copyOf(
                    Objects.requireNonNullElse(composes, List.of())); // a member of an older version says none
        }

        /** Without composes. */
        public StartArtifactBuild(BuildId buildId, List<String> rebuiltParents) {
            this(buildId, rebuiltParents, List.of());
        }
    }

    /** What is put into a bundle that waited for the digests of images. */
    record PinBundle(@TargetAggregateIdentifier BuildId buildId, BundleOverrides bundle)
            implements ArtifactBuildCommand {}

    /** The build system took it, under this id. */
    record RecordSubmission(@TargetAggregateIdentifier BuildId buildId, String externalId)
            implements ArtifactBuildCommand {}

    /** The build system says how it ended; {@code submission} is the id under which it knows it, null where it says none. */
    record ReportExternalBuild(
            @TargetAggregateIdentifier BuildId buildId,
            @Nullable String submission,
            ExternalOutcome outcome) implements ArtifactBuildCommand {

        public ReportExternalBuild(BuildId buildId, ExternalOutcome outcome) {
            this(buildId, null, outcome);
        }
    }

    /** It was looked at what it contains. */
    record RecordVerification(@TargetAggregateIdentifier BuildId buildId, Verification verification)
            implements ArtifactBuildCommand {}

    /** It cannot be built; {@code culprit} where another build is to blame. */
    record FailArtifactBuild(
            @TargetAggregateIdentifier BuildId buildId,
            Reason reason,
            @Nullable Culprit culprit) implements ArtifactBuildCommand {}

    /** It is not wanted any more; {@code culprit} where another build is to blame. */
    record CancelArtifactBuild(
            @TargetAggregateIdentifier BuildId buildId,
            Reason reason,
            @Nullable Culprit culprit) implements ArtifactBuildCommand {}
}
