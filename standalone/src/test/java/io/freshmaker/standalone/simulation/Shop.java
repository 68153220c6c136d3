package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSubmitted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.standalone.simulation.house.Surroundings;
import io.freshmaker.standalone.simulation.image.ImageWorld;
import io.freshmaker.standalone.simulation.image.KnownDigests;
import io.freshmaker.standalone.simulation.image.SimulatedBundles;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.StoredFact;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An advisory, thirty images that need it, and one bundle that refers to all of them (issue 6). */
record Shop(ImageWorld shelf) implements Story {

    private static final int OPERANDS = 30;

    static Shop withThirtyImages() {
        return new Shop(ImageWorld.shop(OPERANDS));
    }

    @Override
    public String catalog() {
        return "images: []\n";
    }

    @Override
    public Set<String> broken() {
        return Set.of();
    }

    @Override
    public Stream<BusMessage> messages() {
        return Stream.of(BusMessage.advisoryMoved("shipped", ImageWorld.ADVISORY, AdvisoryReady.SHIPPED));
    }

    /** The end is always the same: all are built, the bundle once, after all of its images, and with the digests that these have now. */
    @Override
    public void hold(List<StoredFact> facts, Surroundings outside) {
        assertThat(all(facts, EventCompleted.class).map(EventCompleted::tally))
                .as("how the Event ended")
                .containsExactly(new Tally(OPERANDS + 1, 0, 0));
        ArtifactBuildPlanned bundle = all(facts, ArtifactBuildPlanned.class)
                .filter(fact -> fact.build().preparation().bundle() != null)
                .reduce((_, _) -> {
                    throw new AssertionError("The bundle is planned twice");
                })
                .orElseThrow();
        assertThat(bundle.build().parents()).as("what the bundle waits for").hasSize(OPERANDS);
        assertThat(kindsOf(facts, bundle.buildId()))
                .as("what became of the bundle")
                .containsSubsequence(ArtifactBuildStarted.class, BundlePinned.class, ArtifactBuildSubmitted.class)
                .containsOnlyOnce(BundlePinned.class);
        List<Nvr> rebuilt = imagesBefore(facts, bundle.buildId());
        assertThat(all(facts, BundlePinned.class)
                        .flatMap(fact -> fact.bundle().pullspecs().stream())
                        .map(Pullspec::current))
                .as("what the bundle refers to")
                .containsExactlyInAnyOrderElementsOf(rebuilt.stream()
                        .map(image -> SimulatedBundles.pullspec(image, KnownDigests.of(image)))
                        .toList());
    }

    /** What was rebuilt before the bundle was begun. */
    private static List<Nvr> imagesBefore(List<StoredFact> facts, BuildId bundle) {
        return facts.stream()
                .map(StoredFact::fact)
                .takeWhile(fact -> !(fact instanceof ArtifactBuildStarted started
                        && started.buildId().equals(bundle)))
                .filter(ArtifactBuildSucceeded.class::isInstance)
                .map(fact -> new Nvr(String.valueOf(((ArtifactBuildSucceeded) fact).rebuiltNvr())))
                .toList();
    }

    private static List<Class<?>> kindsOf(List<StoredFact> facts, BuildId build) {
        return all(facts, ArtifactBuildDomainEvent.class)
                .filter(fact -> fact.buildId().equals(build))
                .<Class<?>>map(Object::getClass)
                .toList();
    }

    private static <T> Stream<T> all(List<StoredFact> facts, Class<T> kind) {
        return facts.stream().map(StoredFact::fact).filter(kind::isInstance).map(kind::cast);
    }
}
