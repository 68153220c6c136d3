package io.freshmaker.command.handler.image;

import static io.freshmaker.command.port.FakeCatalog.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for every plan, over random catalogs; a failure names the seed. */
class RandomCatalogTest {
    private static final int CATALOGS = 200;
    private static final UpdateStable UPDATE = new UpdateStable("FEDORA-2026-1", List.of("tls-2-1"), "f42");

    @Test
    void every_candidate_is_planned_after_its_parents_or_declined() {
        long start = System.nanoTime();
        for (long seed = start; seed < start + CATALOGS; seed++) {
            try {
                check(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("With the seed " + seed, e);
            }
        }
    }

    private static void check(long seed) {
        World world = World.random(new Random(seed));
        RebuildPlan plan = world.plan();

        assertThat(planned(plan)).isEqualTo(world.reachable());
        assertThat(declined(plan)).isEqualTo(world.declinedOrNotOlder());
        assertThat(world.plan()).as("the same once more").isEqualTo(plan);
        Set<ArtifactKey> built = new HashSet<>();
        for (PlannedArtifact one : plan.artifacts()) {
            assertThat(built).as("parents of %s", one.key()).containsAll(one.parents());
            built.add(one.key());
        }
    }

    private static Set<String> planned(RebuildPlan plan) {
        Set<String> names = new TreeSet<>();
        plan.artifacts().forEach(one -> names.add(one.artifact().name()));
        return names;
    }

    private static Set<String> declined(RebuildPlan plan) {
        Set<String> names = new TreeSet<>();
        for (DeclinedArtifact one : plan.declined()) names.add(one.artifact().name());
        return names;
    }

    /** A random DAG, and what ought to come of it, found in the slow and obvious way: again and again until nothing changes. */
    private record World(List<KnownImage> images, Set<String> forbidden) {
        static World random(Random random) {
            List<KnownImage> images = new ArrayList<>();
            Set<String> forbidden = new HashSet<>();
            int size = 1 + random.nextInt(60);
            for (int at = 0; at < size; at++) {
                Set<String> parents = new TreeSet<>();
                for (int i = random.nextInt(4); i > 0 && at > 0; i--) parents.add("i" + random.nextInt(at) + "-1-1");
                String[] rpms = random.nextInt(5) > 0
                        ? new String[0]
                        : new String[] {"tls-" + (1 + random.nextInt(3)) + "-1.noarch"};
                images.add(image("i" + at + "-1-1", List.copyOf(parents), rpms));
                if (random.nextInt(6) == 0) forbidden.add("i" + at);
            }
            return new World(images, forbidden);
        }

        RebuildPlan plan() {
            FakeCatalog catalog = new FakeCatalog().withBuild("tls-2-1", "tls-2-1.noarch");
            images.forEach(catalog::with);
            Rules rules = RulesForTests.allBut(forbidden.toArray(String[]::new));
            return Plans.of(new RebuildImagesOnRPMBodhiUpdate(catalog, catalog), rules, UPDATE);
        }

        Set<String> reachable() {
            Set<String> names = candidates();
            names.removeAll(forbidden);
            return names;
        }

        Set<String> declinedOrNotOlder() {
            Set<String> names = candidates();
            images.stream()
                    .filter(image -> !image.rpms().isEmpty())
                    .forEach(image -> names.add(image.nvr().name()));
            names.removeAll(reachable());
            return names;
        }

        private Set<String> candidates() {
            Set<String> names = new TreeSet<>();
            int before = -1;
            while (names.size() > before) {
                before = names.size();
                for (KnownImage image : images) {
                    if (hasOlder(image) || hasRebuiltParent(image, names))
                        names.add(image.nvr().name());
                }
            }
            return names;
        }

        private boolean hasOlder(KnownImage image) {
            return image.rpms().stream().anyMatch(rpm -> rpm.nvr().version().equals("1"));
        }

        private boolean hasRebuiltParent(KnownImage image, Set<String> candidates) {
            return image.parents().stream()
                    .map(Nvr::name)
                    .anyMatch(parent -> candidates.contains(parent) && !forbidden.contains(parent));
        }
    }
}
