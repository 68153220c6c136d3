package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.FakeImageMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every plan of bundles, over random worlds; a failure names the seed. */
class RandomBundlesTest {

    private static final int WORLDS = 300;
    private static final int IMAGES = 12;
    private static final int BUNDLES = 8;
    private static final int GENERATIONS = 5;

    /** What is in a random world: which image each original became, and which images each bundle refers to. */
    private record Truth(Map<String, String> rebuilt, Map<String, List<String>> bundles, Set<String> untagged) {

        /** What stands in the place of an image in every bundle from now on. */
        String inPlaceOf(String image) {
            return rebuilt.getOrDefault(image, image);
        }

        boolean isConcerned(String bundle) {
            return bundles.getOrDefault(bundle, List.of()).stream().anyMatch(rebuilt::containsKey);
        }
    }

    @Test
    void every_bundle_that_refers_to_a_replaced_image_is_planned_or_declined_once_and_no_other_is() {
        inManyWorlds((truth, plan) -> {
            List<String> told = new ArrayList<>();
            plan.artifacts().forEach(one -> told.add(nvr(one)));
            plan.declined().forEach(one -> told.add(one.artifact().originalNvr()));

            assertThat(told).doesNotHaveDuplicates();
            assertThat(told)
                    .containsExactlyInAnyOrderElementsOf(truth.bundles().keySet().stream()
                            .filter(truth::isConcerned)
                            .toList());
            assertThat(plan.declined())
                    .allMatch(one -> truth.untagged().contains(one.artifact().originalNvr()));
        });
    }

    @Test
    void a_rebuilt_bundle_refers_to_the_new_image_in_the_place_of_each_replaced_one_and_to_all_others_as_before() {
        inManyWorlds((truth, plan) -> plan.artifacts().forEach(bundle -> {
            List<String> before = truth.bundles().getOrDefault(nvr(bundle), List.of());
            List<Pullspec> after =
                    Objects.requireNonNull(bundle.preparation().bundle()).pullspecs();

            assertThat(after)
                    .extracting(Pullspec::current)
                    .isEqualTo(before.stream()
                            .map(image -> current(image, truth.inPlaceOf(image)))
                            .toList());
            for (int at = 0; at < before.size(); at++) {
                String image = before.get(at);
                boolean replaced = truth.rebuilt().containsKey(image);
                assertThat(after.get(at).original())
                        .isEqualTo(BundleWorld.pullspec(image).original());
                assertThat(after.get(at).pinned()).isEqualTo(replaced);
                assertThat(after.get(at).replaced()).isEqualTo(replaced ? current(image, image) : null);
            }
        }));
    }

    @Test
    void the_same_world_has_the_same_plan() {
        for (long seed = 0; seed < WORLDS; seed++) {
            assertThat(world(seed, new TreeMap<>(), new TreeMap<>(), new HashSet<>())
                            .plan())
                    .as("seed %d", seed)
                    .isEqualTo(world(seed, new TreeMap<>(), new TreeMap<>(), new HashSet<>())
                            .plan());
        }
    }

    private static void inManyWorlds(BiConsumer<Truth, RebuildPlan> holds) {
        for (long seed = 0; seed < WORLDS; seed++) {
            Truth truth = new Truth(new HashMap<>(), new TreeMap<>(), new HashSet<>());
            BundleWorld world = world(seed, truth.rebuilt(), truth.bundles(), truth.untagged());
            try {
                holds.accept(truth, world.plan());
            } catch (AssertionError e) {
                throw new AssertionError("seed %d: %s".formatted(seed, truth), e);
            }
        }
    }

    private static BundleWorld world(
            long seed, Map<String, String> rebuilt, Map<String, List<String>> bundles, Set<String> untagged) {
        Random random = new Random(seed);
        BundleWorld world = new BundleWorld();
        List<String> images = new ArrayList<>();
        List<String> shipped = new ArrayList<>();
        for (int at = 0; at < IMAGES; at++) {
            List<String> chain = chain("image%d-1-1".formatted(at), random.nextInt(GENERATIONS));
            images.addAll(chain);
            generations(world, chain, random, rebuilt);
            if (chain.size() > 1) shipped.add(chain.getLast());
        }
        world.ships(shipped.toArray(String[]::new));
        for (int at = 0; at < BUNDLES; at++) {
            String bundle = "bundle%d-1-1".formatted(at);
            Collections.shuffle(images, random);
            List<String> referred = List.copyOf(images.subList(0, random.nextInt(IMAGES)));
            boolean tagged = random.nextInt(4) > 0;
            if (!tagged) untagged.add(bundle);
            world.bundle(
                    bundle,
                    FakeImageMetadata.published(BundleWorld.BUNDLES, tagged ? "latest" : "other"),
                    Map.of(),
                    referred.toArray(String[]::new));
            bundles.put(bundle, referred);
        }
        return world;
    }

    /** An image and what it was rebuilt as, one after the other. */
    private static List<String> chain(String image, int rebuilds) {
        List<String> chain = new ArrayList<>(List.of(image));
        for (int at = 1; at <= rebuilds; at++) chain.add("%s.%d00".formatted(image, at));
        return chain;
    }

    /** Whatever customers have of a chain is replaced by its last image. */
    private static void generations(BundleWorld world, List<String> chain, Random random, Map<String, String> rebuilt) {
        for (int at = 0; at < chain.size(); at++) {
            String image = chain.get(at);
            boolean last = at == chain.size() - 1;
            if (!last) world.origins.put(new Nvr(chain.get(at + 1)), new Nvr(image));
            if (random.nextInt(3) == 0) world.unpublished(image);
            else {
                world.published(image);
                if (!last) rebuilt.put(image, chain.getLast());
            }
        }
    }

    private static String current(String image, String instead) {
        return "registry.example.com/shop/" + new Nvr(image).name() + "@" + BundleWorld.digest(instead);
    }

    private static String nvr(PlannedArtifact bundle) {
        return Objects.requireNonNull(bundle.artifact().originalNvr());
    }
}
