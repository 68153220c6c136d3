package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.fixing;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every plan, over random images; a failure names the seed. */
class RandomImagesTest {
    private static final int WORLDS = 200;
    private static final ImageQuestion QUESTION = fixing("tls-2-1", "perl-2-1.module+el8+1", "perl-2-1");

    @Test
    void parents_stand_before_children_and_nothing_is_left_out() {
        inManyWorlds((images, settings) -> {
            ImageWorld world = images.world(1);
            ImagePlan plan = new ImagePlanner(world, world, settings).plan(QUESTION);
            Set<Nvr> built = new HashSet<>();
            for (Node node : plan.images()) {
                assertThat(built).as("parents of %s", node.image().nvr()).containsAll(node.parents());
                assertThat(built.add(node.image().nvr()))
                        .as("%s once", node.image().nvr())
                        .isTrue();
            }
            for (Node node : plan.images()) {
                assertThat(node.originalParents()).doesNotContainAnyElementsOf(built);
            }
            plan.declined()
                    .forEach(one -> assertThat(built).doesNotContain(one.image().nvr()));
            assertThat(plan.batches().stream().flatMap(List::stream).toList())
                    .isEqualTo(plan.images().stream()
                            .map(node -> node.image().nvr())
                            .toList());
        });
    }

    @Test
    void what_is_rebuilt_was_found_or_something_that_is_rebuilt_is_built_from_it() {
        inManyWorlds((images, settings) -> {
            ImageWorld world = images.world(1);
            ImagePlan plan = new ImagePlanner(world, world, settings).plan(QUESTION);
            Set<Nvr> needed = plan.images().stream()
                    .flatMap(node -> node.parents().stream())
                    .collect(Collectors.toSet());
            assertThat(plan.images())
                    .allMatch(node ->
                            node.directly() || needed.contains(node.image().nvr()));
        });
    }

    @Test
    void every_image_is_looked_up_and_resolved_once_and_no_release_asked_for_twice() {
        inManyWorlds((images, settings) -> {
            ImageWorld world = images.world(1);
            new ImagePlanner(world, world, settings).plan(QUESTION);
            assertThat(world.lookedUp()).doesNotHaveDuplicates();
            assertThat(world.resolved()).doesNotHaveDuplicates();
            assertThat(world.releasesAsked()).doesNotHaveDuplicates();
        });
    }

    @Test
    void the_order_of_answers_and_of_the_question_changes_nothing() {
        inManyWorlds((images, settings) -> {
            ImageWorld one = images.world(1);
            ImageWorld other = images.world(2);
            assertThat(new ImagePlanner(other, other, settings)
                            .plan(fixing("perl-2-1", "perl-2-1.module+el8+1", "tls-2-1")))
                    .isEqualTo(new ImagePlanner(one, one, settings).plan(QUESTION));
            ImageQuestion named = Questions.of(QUESTION, leaves(images, 1));
            assertThat(new ImagePlanner(other, other, settings).plan(Questions.of(QUESTION, leaves(images, 2))))
                    .isEqualTo(new ImagePlanner(one, one, settings).plan(named));
        });
    }

    /** Else the other tests would show nothing. The same worlds each time: others may lack what is rare. */
    @Test
    void the_worlds_have_images_for_every_reason() {
        Set<ReasonCode> seen = EnumSet.noneOf(ReasonCode.class);
        List<Integer> batches = new ArrayList<>();
        withManySeeds(1, (seed, settings) -> {
            ImageWorld world = new RandomImages(seed, seed % 2 == 0).world(1);
            ImagePlan plan = new ImagePlanner(world, world, settings).plan(QUESTION);
            plan.declined().forEach(one -> seen.add(one.reason().code()));
            batches.add(plan.batches().size());
        });
        assertThat(seen)
                .contains(
                        ReasonCode.NOT_OLDER,
                        ReasonCode.OTHER_MODULE_STREAM,
                        ReasonCode.OTHER_CONTENT_SETS,
                        ReasonCode.NO_AUTO_REBUILD_TAG,
                        ReasonCode.HOTFIX,
                        ReasonCode.NOT_LATEST,
                        ReasonCode.FIXED_ELSEWHERE);
        assertThat(Collections.max(batches)).isGreaterThan(4);
    }

    /** With releases that are built from earlier families only, so that every group can have one release. */
    @Test
    void of_a_group_one_release_is_rebuilt_and_one_that_is_newer_than_the_released_one() {
        withManySeeds((seed, settings) -> {
            ImageGraph before = affected(new RandomImages(seed, false).world(1), settings);
            Map<Nvr, Nvr> instead = OneRelease.inGroupsOf(before, settings.releasedOnly());
            ImageGraph after = before.replacing(instead, List.of());

            after.images().stream().collect(groupingBy(ImageNode::group)).forEach((group, nodes) -> {
                boolean released =
                        before.images().stream().anyMatch(node -> node.group().equals(group) && node.released());
                assertThat(nodes).hasSizeLessThanOrEqualTo(released && !settings.releasedOnly() ? 2 : 1);
            });
            if (!settings.releasedOnly()) {
                instead.forEach((used, other) ->
                        assertThat(before.node(used).isLowerThan(other)).isTrue());
            }
        });
    }

    /** Releases that are built from what is built from older ones: as many as possible are unified, never into a cycle. */
    @Test
    void no_unification_makes_a_cycle_or_lowers_a_release() {
        withManySeeds((seed, settings) -> {
            ImageGraph before = affected(new RandomImages(seed, true).world(1), settings);
            Map<Nvr, Nvr> instead = OneRelease.inGroupsOf(before, false);

            assertThat(before.replacing(instead, List.of()).knots()).isEmpty();
            instead.forEach((used, other) -> {
                assertThat(before.node(used).isLowerThan(other)).isTrue();
                assertThat(before.node(used).group())
                        .isEqualTo(before.node(other).group());
            });
        });
    }

    private static String[] leaves(RandomImages images, long order) {
        List<String> leaves = new ArrayList<>(
                images.nvrs().stream().map(Nvr::value).sorted().limit(5).toList());
        Collections.shuffle(leaves, new Random(order));
        return leaves.toArray(String[]::new);
    }

    private static ImageGraph affected(ImageWorld world, ImageSettings settings) {
        Judge judge = Judge.of(QUESTION);
        return new Ancestry(new LookedUp(world, world), judge).of(Search.found(world, settings, QUESTION, judge));
    }

    private interface Check {
        void in(RandomImages images, ImageSettings settings);
    }

    private interface SeededCheck {
        void in(long seed, ImageSettings settings);
    }

    private static void inManyWorlds(Check check) {
        withManySeeds((seed, settings) -> check.in(new RandomImages(seed, seed % 2 == 0), settings));
    }

    private static void withManySeeds(SeededCheck check) {
        withManySeeds(System.nanoTime(), check);
    }

    private static void withManySeeds(long start, SeededCheck check) {
        for (long seed = start; seed < start + WORLDS; seed++) {
            long of = seed;
            Stream.of(false, true).forEach(flag -> {
                try {
                    check.in(of, new ImageSettings(flag, !flag, Set.of()));
                } catch (AssertionError | RuntimeException e) {
                    throw new AssertionError("With the seed " + of + "L and released ones only: " + flag, e);
                }
            });
        }
    }
}
