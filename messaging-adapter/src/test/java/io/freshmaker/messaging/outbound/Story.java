package io.freshmaker.messaging.outbound;

import io.freshmaker.api.DomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;

/** All facts of one Event whose builds form a chain with shortcuts; the last build fails, the others succeed, unless it is canceled. */
final class Story {

    final EventId event;
    private final int number;
    private final List<PlannedBuild> plan = new ArrayList<>();
    private final List<DomainEvent> facts = new ArrayList<>();

    private Story(int number, int builds) {
        this.number = number;
        this.event = EventId.ofMessage("story-" + number);
        for (int i = 0; i < builds; i++) plan.add(build(i));
        begin();
    }

    static Story of(int number, int builds) {
        Story story = new Story(number, builds);
        IntStream.range(0, builds).forEach(story::run);
        story.facts.add(new EventCompleted(story.event, new Tally(builds - 1, 1, 0)));
        return story;
    }

    /** The first build is done and the second one runs when somebody cancels it. */
    static Story canceled(int number, int builds) {
        Story story = new Story(number, builds);
        story.run(0);
        story.start(1);
        story.cancel();
        return story;
    }

    List<DomainEvent> facts() {
        return facts;
    }

    /** As the store would hold them. */
    List<DomainEventMessage<?>> messages() {
        Map<String, Integer> next = new HashMap<>();
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (DomainEvent fact : facts) {
            boolean build = fact instanceof ArtifactBuildDomainEvent;
            String aggregate =
                    fact instanceof ArtifactBuildDomainEvent of ? of.buildId().value() : event.value();
            int sequence = next.merge(aggregate, 1, Integer::sum) - 1;
            messages.add(new GenericDomainEventMessage<>(build ? "ArtifactBuild" : "Event", aggregate, sequence, fact));
        }
        return messages;
    }

    private void begin() {
        facts.add(new EventRegistered(event, number, "story-" + number, new RpmSpecChanged("teapot", "f41", "abc")));
        facts.add(new RebuildPlanned(event, number, plan, List.of()));
        for (int i = 0; i < plan.size(); i++) {
            PlannedBuild build = plan.get(i);
            facts.add(new ArtifactBuildPlanned(build.id(), event, number, number * 10_000 + i, build, List.of()));
        }
        facts.add(new RebuildActivated(event, List.of(plan.getFirst().id())));
    }

    private void cancel() {
        facts.add(new EventCanceled(
                event, Actor.ANYONE, plan.stream().map(PlannedBuild::id).toList()));
        for (int i = 1; i < plan.size(); i++) {
            Culprit itself = new Culprit(id(i), "image:image-" + i);
            facts.add(new ArtifactBuildCanceled(id(i), event, Reason.of(ReasonCode.EVENT_CANCELED), itself, i == 1));
        }
    }

    private String start(int index) {
        BuildId id = id(index);
        String nvr = "image-" + index + "-1-2.17";
        facts.add(new ArtifactBuildStarted(id, event, nvr, List.of()));
        facts.add(new ArtifactBuildSubmitted(id, event, String.valueOf(index)));
        return nvr;
    }

    private void run(int index) {
        BuildId id = id(index);
        String nvr = start(index);
        facts.add(
                index < plan.size() - 1
                        ? new ArtifactBuildSucceeded(id, event, "image-" + index, nvr)
                        : new ArtifactBuildFailed(
                                id,
                                event,
                                Reason.of(ReasonCode.BUILD_FAILED, "status", "3"),
                                new Culprit(id, "image:image-" + index)));
    }

    private PlannedBuild build(int index) {
        List<BuildId> parents = IntStream.of(index - 2, index - 1)
                .filter(i -> i >= 0)
                .mapToObj(this::id)
                .toList();
        Artifact image = Artifact.image("image-" + index, new Source("container/image-" + index, "f41", null, null));
        return new PlannedBuild(
                id(index),
                image,
                RebuildReason.DEPENDENCY,
                Reason.of(ReasonCode.PARENT_REBUILT, "path", "x"),
                parents,
                List.of());
    }

    private BuildId id(int index) {
        return new BuildId("build-" + number + "-" + index);
    }
}
