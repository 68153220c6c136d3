package io.freshmaker.standalone.world;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildCanceled;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.artifactbuild.BlockerGone;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of the stored facts once every Event has ended, whatever happened in between. */
public final class RebuildInvariants {

    private final List<StoredFact> facts;

    public RebuildInvariants(List<StoredFact> facts) {
        this.facts = facts;
    }

    public void hold() {
        eachMessageMadeOneEvent();
        eachEventEndedOnce();
        eachPlannedBuildIsStoredOnce();
        eachBuildEndedOnce();
        noBuildStartedBeforeItsParentsWereDone();
        whatIsBuiltFromAFailureFailed();
        talliesAreRight();
    }

    private void eachMessageMadeOneEvent() {
        assertThat(all(EventRegistered.class))
                .extracting(EventRegistered::messageId)
                .doesNotHaveDuplicates();
        assertThat(all(EventRegistered.class))
                .extracting(EventRegistered::number)
                .doesNotHaveDuplicates();
    }

    private void eachEventEndedOnce() {
        List<EventId> registered =
                all(EventRegistered.class).map(EventRegistered::eventId).toList();
        assertThat(all(EventDomainEvent.class)
                        .filter(RebuildInvariants::endsEvent)
                        .map(EventDomainEvent::eventId))
                .as("ends of Events")
                .containsExactlyInAnyOrderElementsOf(registered);
    }

    private void eachPlannedBuildIsStoredOnce() {
        assertThat(all(ArtifactBuildPlanned.class).map(ArtifactBuildPlanned::buildId))
                .as("builds that were stored")
                .containsExactlyInAnyOrderElementsOf(
                        plan().map(PlannedBuild::id).toList());
        assertThat(all(ArtifactBuildPlanned.class))
                .extracting(ArtifactBuildPlanned::number)
                .doesNotHaveDuplicates();
        assertThat(all(ArtifactBuildStarted.class))
                .extracting(ArtifactBuildStarted::buildId)
                .doesNotHaveDuplicates();
    }

    private void eachBuildEndedOnce() {
        assertThat(ends().map(ArtifactBuildDomainEvent::buildId))
                .as("ends of builds")
                .containsExactlyInAnyOrderElementsOf(
                        plan().map(PlannedBuild::id).toList());
    }

    private void noBuildStartedBeforeItsParentsWereDone() {
        Map<BuildId, List<BuildId>> parents = plan().collect(toMap(PlannedBuild::id, PlannedBuild::parents));
        Set<BuildId> done = new HashSet<>();
        for (StoredFact stored : facts) {
            if (stored.fact() instanceof ArtifactBuildSucceeded fact) done.add(fact.buildId());
            if (stored.fact() instanceof ArtifactBuildStarted fact) {
                assertThat(done)
                        .as("done when %s started", fact.buildId())
                        .containsAll(parents.getOrDefault(fact.buildId(), List.of()));
            }
        }
    }

    private void whatIsBuiltFromAFailureFailed() {
        Set<BuildId> done = all(ArtifactBuildSucceeded.class)
                .map(ArtifactBuildSucceeded::buildId)
                .collect(toSet());
        Set<BuildId> started = all(ArtifactBuildStarted.class)
                .map(ArtifactBuildStarted::buildId)
                .collect(toSet());
        Set<Blocker> gone = all(BlockerGone.class).map(BlockerGone::blocker).collect(toSet());
        all(ArtifactBuildPlanned.class)
                .filter(build -> !isCanceled(build.buildId()))
                .forEach(build -> assertThat(started.contains(build.buildId()))
                        .as("%s was started, or something that it waits for never came", build.buildId())
                        .isEqualTo(mayStart(build, gone)));
        all(ArtifactBuildFailed.class)
                .filter(fact -> !started.contains(fact.buildId()))
                .forEach(fact -> assertThat(done).doesNotContain(fact.culprit().build()));
    }

    private static boolean mayStart(ArtifactBuildPlanned build, Set<Blocker> gone) {
        return build.build().preparation().flaw() == null && gone.containsAll(build.blockers());
    }

    private void talliesAreRight() {
        all(EventCompleted.class)
                .forEach(fact -> assertThat(fact.tally())
                        .as("tally of %s", fact.eventId())
                        .isEqualTo(new Tally(
                                count(ArtifactBuildSucceeded.class, fact.eventId()),
                                count(ArtifactBuildFailed.class, fact.eventId()),
                                count(ArtifactBuildCanceled.class, fact.eventId()))));
    }

    private boolean isCanceled(BuildId build) {
        return all(ArtifactBuildCanceled.class).anyMatch(fact -> fact.buildId().equals(build));
    }

    private int count(Class<? extends ArtifactBuildDomainEvent> end, EventId event) {
        return (int) all(end).filter(fact -> fact.eventId().equals(event)).count();
    }

    private Stream<PlannedBuild> plan() {
        return all(RebuildPlanned.class).map(RebuildPlanned::builds).flatMap(Collection::stream);
    }

    private Stream<ArtifactBuildDomainEvent> ends() {
        return all(ArtifactBuildDomainEvent.class)
                .filter(fact -> fact instanceof ArtifactBuildSucceeded
                        || fact instanceof ArtifactBuildFailed
                        || fact instanceof ArtifactBuildCanceled);
    }

    private static boolean endsEvent(EventDomainEvent fact) {
        return fact instanceof EventCompleted
                || fact instanceof EventSkipped
                || fact instanceof EventFailed
                || fact instanceof EventCanceled;
    }

    private <T> Stream<T> all(Class<T> type) {
        return facts.stream().map(StoredFact::fact).filter(type::isInstance).map(type::cast);
    }
}
