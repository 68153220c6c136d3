package io.freshmaker.api.wire;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildRetried;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.EventState;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How each domain event shapes the JSON of the original's API. The read model and the publisher's view both go through here, so
 * that what is asked for and what is announced cannot differ.
 */
public final class Wire {

    private Wire() {}

    /** The parent that {@code dep_on} shows: of several the last in plan order (decision 16). */
    public record DepOn(int id, String name) {}

    /** The form after a fact about an Event; {@code before} is null for its first. */
    public static EventJson after(@Nullable EventJson before, EventDomainEvent fact, Instant at) {
        return switch (fact) {
            case EventRegistered registered -> EventJson.registered(registered, at);
            case EventClassified(var _, var type) -> known(before).of(type);
            case RebuildPlanned planned -> known(before).in(EventState.BUILDING, Texts.rebuilding(planned), null);
            case RebuildActivated _ -> known(before);
            case EventCompleted(var _, var tally) ->
                known(before)
                        .in(EventState.COMPLETE, Texts.complete(known(before).searchKey(), tally), at);
            case EventSkipped skipped -> known(before).in(EventState.SKIPPED, Texts.of(skipped.reason()), at);
            case EventFailed failed -> known(before).in(EventState.FAILED, Texts.of(failed.reason()), at);
            case EventCanceled _ ->
                known(before)
                        .in(EventState.CANCELED, Texts.canceled(known(before).id(), null), at);
        };
    }

    /** The first form of a build. */
    public static BuildJson planned(ArtifactBuildPlanned fact, @Nullable DepOn parent, Instant at) {
        PlannedBuild build = fact.build();
        Artifact artifact = build.artifact();
        DepOn dependency = parent == null ? cause(build.reason()) : parent;
        return new BuildJson(
                fact.number(),
                artifact.name(),
                artifact.originalNvr(),
                null,
                artifact.type().id(),
                artifact.type().name(),
                BuildState.PLANNED.id(),
                BuildState.PLANNED.name(),
                null,
                dependency == null ? null : dependency.name(),
                dependency == null ? null : dependency.id(),
                WireTime.of(at),
                null,
                fact.eventNumber(),
                null,
                "/api/1/builds/" + fact.number(),
                args(build, fact.number()),
                List.of(),
                build.rebuildReason().name().toLowerCase(Locale.ROOT));
    }

    /** The form after any later fact about a build. */
    public static BuildJson after(BuildJson before, ArtifactBuildDomainEvent fact, Instant at) {
        return switch (fact) {
            case ArtifactBuildPlanned _ -> before;
            case ArtifactBuildStarted started ->
                before.in(BuildState.BUILD, Texts.building(before.typeName()), null)
                        .rebuiltAs(started.rebuiltNvr())
                        .withComposes(started.composes());
            case ArtifactBuildSubmitted submitted ->
                (before.state() == BuildState.BUILD.id() // it may have ended before we heard that it was taken
                                ? before.in(BuildState.BUILD, Texts.building(before.typeName()), null)
                                : before)
                        .submittedAs(number(submitted.externalId()));
            case ArtifactBuildRetried retried ->
                before.in(BuildState.BUILD, Texts.retrying(retried), null)
                        .rebuiltAs(retried.rebuiltNvr())
                        .submittedAs(null)
                        .withArg("retry_count", retried.attempt() - 1);
            case ArtifactBuildBuilt built ->
                before.in(BuildState.BUILD, Texts.verifying(built), null).rebuiltAs(built.nvr());
            case ArtifactBuildVerified _, BundlePinned _ -> before;
            case ArtifactBuildSucceeded succeeded ->
                before.in(BuildState.DONE, "Built successfully.", WireTime.of(at))
                        .rebuiltAs(succeeded.rebuiltNvr());
            case ArtifactBuildFailed failed -> before.in(BuildState.FAILED, Texts.of(failed.reason()), WireTime.of(at));
            case ArtifactBuildCanceled canceled ->
                before.in(BuildState.CANCELED, Texts.canceled(canceled), WireTime.of(at));
        };
    }

    /** The build of another Event that led to it, as the original shows chains of modules (spec §6.1). */
    private static @Nullable DepOn cause(Reason reason) {
        if (reason.fact("cause_id").isEmpty()) return null;
        return new DepOn(Integer.parseInt(reason.fact("cause_id")), reason.fact("cause_name"));
    }

    private static Map<String, @Nullable Object> args(PlannedBuild build, int number) {
        Map<String, @Nullable Object> args = new TreeMap<>();
        var source = build.artifact().source();
        args.put("branch", source.branch());
        args.put("repository", source.repository());
        if (source.commit() != null) args.put("commit", source.commit());
        if (source.target() != null) args.put("target", source.target());
        if (!build.originalParents().isEmpty()) {
            args.put("original_parent", build.originalParents().getLast());
        }
        Preparation needs = build.preparation();
        if (needs.equals(Preparation.NONE)) return args;
        args.put("arches", needs.arches().isEmpty() ? null : String.join(" ", needs.arches()));
        if (needs.bundle() != null) {
            args.put("original_parent", null);
            args.put("operator_csv_modifications_url", PullspecOverridesJson.pathOf(number));
        } else {
            args.put("flatpak", needs.flatpak());
            args.put("isolated", needs.isolated());
            args.put("renewed_odcs_compose_ids", needs.renewedComposes());
        }
        return args;
    }

    /** {@code build_id} is a number in the original; an id that is none is shown by {@code /api/3} only. */
    private static @Nullable Long number(String externalId) {
        return externalId.matches("-?\\d{1,18}") ? Long.valueOf(externalId) : null;
    }

    private static EventJson known(@Nullable EventJson before) {
        return Objects.requireNonNull(before, "A fact about an Event that was never registered");
    }
}
