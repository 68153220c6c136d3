package io.freshmaker.command.handler.rpm;

import static io.freshmaker.command.port.FakeCatalog.rpm;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for every plan, over random packages, with cycles too; a failure names the seed. */
class RandomPackagesTest {

    private static final int WORLDS = 300;

    @Test
    void every_candidate_is_planned_after_what_it_is_built_with_or_declined() {
        long start = System.nanoTime();
        for (long seed = start; seed < start + WORLDS; seed++) {
            try {
                check(World.random(new Random(seed)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("With the seed " + seed, e);
            }
        }
    }

    /** Whoever builds it, and though nobody knows that the builds are ours: each build that is tagged makes an Event, and they come to an end. */
    @Test
    void no_chain_of_events_is_endless() {
        long start = System.nanoTime();
        for (long seed = start; seed < start + WORLDS; seed++) {
            World world = World.random(new Random(seed));
            Deque<String> chain = new ArrayDeque<>(Set.of("p0"));
            Map<String, Integer> longest = new TreeMap<>(Map.of("p0", 0));
            while (!chain.isEmpty()) {
                String tagged = chain.remove();
                int length = longest.getOrDefault(tagged, 0) + 1;
                assertThat(length).as("with the seed %d", seed).isLessThanOrEqualTo(world.size());
                for (PlannedArtifact one : world.plan(tagged).artifacts()) {
                    String name = one.artifact().name();
                    if (longest.getOrDefault(name, 0) < length) {
                        longest.put(name, length);
                        chain.add(name);
                    }
                }
            }
        }
    }

    private static void check(World world) {
        RebuildPlan plan = world.plan("p0");

        assertThat(names(plan)).isEqualTo(world.expected());
        assertThat(world.plan("p0")).as("the same once more").isEqualTo(plan);
        Set<ArtifactKey> built = new HashSet<>();
        for (PlannedArtifact one : plan.artifacts()) {
            assertThat(built).as("what %s is built with", one.key()).containsAll(one.parents());
            assertThat(one.parents()).isEqualTo(world.requiredOf(one, names(plan)));
            assertThat(one.originalParents().contains("p0-1-1"))
                    .isEqualTo(world.requires(one.artifact().name()).contains("p0"));
            built.add(one.key());
        }
        for (DeclinedArtifact one : plan.declined()) {
            String name = one.artifact().name();
            assertThat(one.reason().code())
                    .isEqualTo(world.isOnACycle(name) ? ReasonCode.REQUIREMENT_CYCLE : ReasonCode.BLOCKED);
            if (world.isOnACycle(name)) world.checkCycle(one.reason().fact("cycle"));
        }
    }

    private static Set<String> names(RebuildPlan plan) {
        return plan.artifacts().stream().map(one -> one.artifact().name()).collect(toCollection(TreeSet::new));
    }

    /** Who is built with whom, and what ought to come of it, found in the slow and obvious way. */
    private record World(Map<String, Set<String>> requirements, Set<String> forbidden) {

        static World random(Random random) {
            int size = 1 + random.nextInt(30);
            boolean cyclic = random.nextBoolean();
            Map<String, Set<String>> requirements = new TreeMap<>();
            Set<String> forbidden = new HashSet<>();
            for (int at = cyclic ? 0 : 1; at < size; at++) {
                Set<String> required = new TreeSet<>();
                for (int i = random.nextInt(3); i > 0; i--) required.add("p" + random.nextInt(cyclic ? size : at));
                requirements.put("p" + at, required);
                if (random.nextInt(6) == 0) forbidden.add("p" + at);
            }
            return new World(requirements, forbidden);
        }

        int size() {
            return requirements.size() + 1;
        }

        RebuildPlan plan(String tagged) {
            FakeCatalog catalog = new FakeCatalog();
            requirements.forEach((name, required) -> catalog.with(rpm(name, "f42", required.toArray(String[]::new))));
            Rules rules = RulesForTests.allBut(forbidden.toArray(String[]::new));
            RebuildRPMsOnRPMTagged handler = new RebuildRPMsOnRPMTagged(catalog, (_, _) -> Optional.empty());
            return Plans.of(handler, rules, new BuildTagged(tagged + "-1-1", "f42-build", "f42"));
        }

        Set<String> expected() {
            Set<String> expected = new TreeSet<>(Set.of("p0"));
            int before = -1;
            while (expected.size() > before) {
                before = expected.size();
                requirements.forEach((name, required) -> {
                    boolean mayBe = !forbidden.contains(name) && !isOnACycle(name);
                    if (mayBe && required.stream().anyMatch(expected::contains)) expected.add(name);
                });
            }
            expected.remove("p0");
            return expected;
        }

        Set<String> requires(String name) {
            return requirements.getOrDefault(name, Set.of());
        }

        List<ArtifactKey> requiredOf(PlannedArtifact one, Set<String> planned) {
            return requires(one.artifact().name()).stream()
                    .filter(planned::contains)
                    .map(name -> new ArtifactKey("rpm:" + name + ":f42"))
                    .filter(key -> !key.equals(one.key()))
                    .toList();
        }

        /** Whether it is built, by way of others, with itself; an earlier build of itself is none of them. */
        boolean isOnACycle(String name) {
            Set<String> reached = new TreeSet<>(without(name, requires(name)));
            int before = -1;
            while (reached.size() > before) {
                before = reached.size();
                Set.copyOf(reached).forEach(one -> reached.addAll(without(one, requires(one))));
            }
            return reached.contains(name);
        }

        void checkCycle(String cycle) {
            if (cycle.contains("more")) return; // its middle is left out
            String[] way = cycle.split(" → ", -1);
            assertThat(way[0]).isEqualTo(way[way.length - 1]);
            for (int at = 1; at < way.length; at++)
                assertThat(requires(way[at])).contains(way[at - 1]);
        }

        private static Set<String> without(String name, Set<String> names) {
            Set<String> others = new TreeSet<>(names);
            others.remove(name);
            return others;
        }
    }
}
