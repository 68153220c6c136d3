package io.freshmaker.query.testing;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Tells what happens to one Event, fact by fact, with ids that no other story has. */
public final class Story {

    private static final AtomicInteger EVENTS = new AtomicInteger();
    private static final AtomicInteger BUILDS = new AtomicInteger();
    private static final Instant BEGIN = Instant.parse("2026-08-01T10:00:00.5Z");

    private static final long PAUSE_MS = 1_000;

    /** A fact and when it happened. */
    public record Told(DomainEvent fact, Instant at) {}

    private final Instant begin;
    private final int number = EVENTS.incrementAndGet();
    private final String messageId = "story-" + number;
    private final EventId event = EventId.ofMessage(messageId);
    private final Map<String, PlannedBuild> planned = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();

    private Story(Instant begin) {
        this.begin = begin;
    }

    public static Story registered() {
        return begunAt(BEGIN);
    }

    /** Within the last minutes, by the real clock. */
    public static Story happeningNow() {
        return begunAt(Instant.now().minusSeconds(60));
    }

    /** Before all others. */
    public static Story longAgo() {
        return begunAt(BEGIN.minusSeconds(BUILDS.get() + 1_000_000L));
    }

    private static Story begunAt(Instant begin) {
        Story story = new Story(begin);
        var trigger = new UpdateStable(story.searchKey(), List.of("bash-5.2-1.fc25"), "f25");
        return story.tell(new EventRegistered(story.event, story.number, story.messageId, trigger));
    }

    public int number() {
        return number;
    }

    public String messageId() {
        return messageId;
    }

    public String searchKey() {
        return "FEDORA-2026-" + number;
    }

    public EventId event() {
        return event;
    }

    public List<Told> told() {
        return List.copyOf(told);
    }

    /** The id in the API of a build that is stored. */
    public int build(String name) {
        return numbers.getOrDefault(name, 0);
    }

    public BuildId buildId(String name) {
        return known(name).id();
    }

    /** Adds an image to the plan that is made next. */
    public Story with(String name, String... parents) {
        Artifact artifact = Artifact.image(
                new Nvr(name + "-1-1"), new Source("container/" + name, "f25", "c0ffee", "f25-candidate"));
        Reason reason = parents.length == 0
                ? Reason.of(ReasonCode.RPM_UPDATED, "rpm", "bash")
                : Reason.of(ReasonCode.PARENT_REBUILT, "path", String.join(" → ", parents));
        planned.put(
                name,
                new PlannedBuild(
                        BuildId.of(event, artifact.key()),
                        artifact,
                        parents.length == 0 ? RebuildReason.DIRECTLY_AFFECTED : RebuildReason.DEPENDENCY,
                        reason,
                        Arrays.stream(parents).map(this::buildId).toList(),
                        List.of("fedora-25-1")));
        return this;
    }

    /** The image that was added needs a compose, and must contain the RPMs of an advisory. */
    public Story needing(String name, ComposeRequest compose, long advisory) {
        PlannedBuild build = known(name);
        Preparation needs =
                new Preparation(List.of(), false, false, List.of(), List.of(), List.of(compose), advisory, null);
        planned.put(
                name,
                new PlannedBuild(
                        build.id(),
                        build.artifact(),
                        build.rebuildReason(),
                        build.reason(),
                        build.parents(),
                        build.originalParents(),
                        needs));
        return this;
    }

    /** Asked for, and waited for until an hour later. */
    public Story requested(ComposeRequest compose) {
        Instant deadline = begin.plusSeconds(3600);
        return tell(new ComposeRequested(compose.idIn(event), event, number, compose, deadline, false));
    }

    /** Adds a module to the plan that is made next: a build of another Event led to it. */
    public Story because(Story other, String cause, String name) {
        Artifact artifact = Artifact.module(name, "1", null, new Source("modules/" + name, "1", null, null));
        Map<String, String> facts = Map.of(
                "module", cause, "stream", "1", "cause_id", String.valueOf(other.build(cause)), "cause_name", cause);
        planned.put(
                name,
                new PlannedBuild(
                        BuildId.of(event, artifact.key()),
                        artifact,
                        RebuildReason.DIRECTLY_AFFECTED,
                        new Reason(ReasonCode.MODULE_BUILT, facts),
                        List.of(),
                        List.of()));
        return this;
    }

    public Story planned() {
        tell(new RebuildPlanned(event, number, List.copyOf(planned.values()), List.of(declined())));
        planned.forEach((name, build) -> {
            numbers.put(name, BUILDS.incrementAndGet());
            List<Blocker> blockers = Stream.concat(
                            build.parents().stream().map(Blocker::parent),
                            build.preparation().composes().stream()
                                    .map(compose -> Blocker.compose(compose.idIn(event))))
                    .toList();
            tell(new ArtifactBuildPlanned(build.id(), event, number, build(name), build, blockers));
        });
        List<BuildId> ready = planned.values().stream()
                .filter(build -> build.parents().isEmpty())
                .map(PlannedBuild::id)
                .toList();
        return tell(new RebuildActivated(event, ready));
    }

    public Story started(String name, String externalId) {
        tell(new ArtifactBuildStarted(buildId(name), event, name + "-1-1.1785578400", List.of()));
        return tell(new ArtifactBuildSubmitted(buildId(name), event, externalId));
    }

    public Story done(String name) {
        return tell(new ArtifactBuildSucceeded(buildId(name), event, name, name + "-1-1.1785578400"));
    }

    public Story failed(String name, String culprit) {
        ReasonCode code = name.equals(culprit) ? ReasonCode.BUILD_FAILED : ReasonCode.DEPENDENCY_FAILED;
        Culprit first =
                new Culprit(buildId(culprit), known(culprit).artifact().key().value());
        return tell(new ArtifactBuildFailed(buildId(name), event, Reason.of(code, "status", "1"), first));
    }

    public Story complete(int done, int failed) {
        return tell(new EventCompleted(event, new Tally(done, failed, 0)));
    }

    public Story skipped(ReasonCode code) {
        List<DeclinedArtifact> declined = code == ReasonCode.ALL_DECLINED ? List.of(declined()) : List.of();
        return tell(new EventSkipped(event, Reason.of(code, "what", "bash"), declined));
    }

    public Story canceled() {
        return canceledBy(Actor.ANYONE);
    }

    public Story canceledBy(Actor actor) {
        return tell(new EventCanceled(
                event, actor, planned.values().stream().map(PlannedBuild::id).toList()));
    }

    public Story tell(DomainEvent fact) {
        told.add(new Told(fact, begin.plusMillis(told.size() * PAUSE_MS)));
        return this;
    }

    private static DeclinedArtifact declined() {
        Artifact artifact =
                Artifact.module("testmodule", "master", null, new Source("modules/testmodule", "master", null, null));
        return new DeclinedArtifact(
                artifact,
                new Reason(
                        ReasonCode.BLOCKED, Map.of("handler", "H", "rule", "block.global", "place", "rules.yaml:3")));
    }

    private PlannedBuild known(String name) {
        PlannedBuild build = planned.get(name);
        if (build == null) throw new IllegalArgumentException("Not in the story: " + name);
        return build;
    }
}
