package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.compose.ComposeFailed;
import io.freshmaker.api.compose.ComposeReady;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.standalone.simulation.house.Surroundings;
import io.freshmaker.standalone.simulation.image.ImageWorld;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.StoredFact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One advisory on its way to being shipped, told of in whatever order, and images that are rebuilt for it.
 *
 * @param away a system that nobody reaches for a while; empty: none
 * @param told what came of it is told to this one
 */
record Advisories(Random random, ImageWorld shelf, String away, Consumer<Result> told) implements Story {

    /** {@code -Daway=PT1H}: how long a system is away; a minute unless said. */
    private static final Duration AWAY = Duration.parse(System.getProperty("away", "PT1M"));

    private static final List<String> STATES =
            List.of("NEW_FILES", "QE", "REL_PREP", "PUSH_READY", "IN_PUSH", AdvisoryReady.SHIPPED);

    /**
     * What came of it.
     *
     * @param plan of which builds, after which, and why not of others
     * @param ends the last fact of each build, by its artifact
     */
    record Result(List<Object> plan, Map<String, String> ends) {}

    @Override
    public String catalog() {
        return "images: []\n";
    }

    @Override
    public Set<String> broken() {
        return shelf.broken();
    }

    @Override
    public Stream<BusMessage> messages() {
        List<BusMessage> all = new ArrayList<>();
        STATES.forEach(state -> all.add(BusMessage.advisoryMoved("status-" + state, ImageWorld.ADVISORY, state)));
        all.add(BusMessage.advisoryMoved("status-again", ImageWorld.ADVISORY, AdvisoryReady.SHIPPED));
        all.add(BusMessage.advisorySigned("signed-1", ImageWorld.ADVISORY, "QE"));
        all.add(BusMessage.advisorySigned("signed-2", ImageWorld.ADVISORY, "REL_PREP"));
        all.add(BusMessage.composeChanged("compose-of-others", 77));
        all.add(BusMessage.taskClosed("task-of-others", 7777));
        Collections.shuffle(all, random);
        return all.stream();
    }

    @Override
    public void begin(Surroundings outside) {
        if (!away.isEmpty()) outside.outages().begin(away, AWAY);
    }

    @Override
    public void hold(List<StoredFact> facts, Surroundings outside) {
        assertThat(all(facts, EventRegistered.class).map(EventRegistered::trigger))
                .as("Events")
                .containsExactly(new AdvisoryReady(ImageWorld.ADVISORY, AdvisoryReady.SHIPPED));
        assertThat(outside.composes().askedInVain())
                .as("composes that were asked for though they were there")
                .isEmpty();
        composesAreWaitedForOnce(facts);
        told.accept(new Result(plan(facts), ends(facts)));
    }

    /** Of an Event that is over nothing more is told: nobody waits any longer. */
    private static void composesAreWaitedForOnce(List<StoredFact> facts) {
        assertThat(Stream.concat(
                        all(facts, ComposeReady.class).map(ComposeReady::composeId),
                        all(facts, ComposeFailed.class).map(ComposeFailed::composeId)))
                .as("composes whose wait ended")
                .doesNotHaveDuplicates()
                .isSubsetOf(all(facts, ComposeRequested.class)
                        .map(ComposeRequested::composeId)
                        .toList());
    }

    private static List<Object> plan(List<StoredFact> facts) {
        return Stream.concat(
                        all(facts, RebuildPlanned.class)
                                .flatMap(plan -> Stream.of(plan.builds(), plan.declined()))
                                .map(Object.class::cast),
                        all(facts, EventDomainEvent.class)
                                .map(fact -> fact.getClass().getSimpleName())
                                .map(Object.class::cast))
                .toList();
    }

    private static Map<String, String> ends(List<StoredFact> facts) {
        Map<String, String> artifacts = new TreeMap<>();
        all(facts, ArtifactBuildPlanned.class)
                .forEach(fact -> artifacts.put(
                        fact.buildId().value(), fact.build().artifact().key().value()));
        Map<String, String> ends = new TreeMap<>();
        all(facts, ArtifactBuildDomainEvent.class)
                .forEach(fact -> ends.put(
                        artifacts.get(fact.buildId().value()), fact.getClass().getSimpleName()));
        return ends;
    }

    private static <T> Stream<T> all(List<StoredFact> facts, Class<T> kind) {
        return facts.stream().map(StoredFact::fact).filter(kind::isInstance).map(kind::cast);
    }
}
