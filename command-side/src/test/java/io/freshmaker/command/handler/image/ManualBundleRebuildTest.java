package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryWorld.ADVISORY;
import static io.freshmaker.command.handler.image.BundleWorld.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody wants of the bundles of an advisory (spec §2.8, §2.11, §7.9, §19.9 B4). */
class ManualBundleRebuildTest {

    private static final String SHOP = "shop-bundle-1-1";
    private static final String CAFE = "cafe-bundle-1-1";
    private static final Placement UNTAGGED = FakeImageMetadata.published(BundleWorld.BUNDLES, "v1");
    private static final int EARLIER = 7;

    private final BundleWorld world = new BundleWorld();

    @BeforeEach
    void given() {
        world.rebuilt("app-1-1", "app-1-1.300");
        world.published("db-1-1");
        world.ships("app-1-1.300");
    }

    @Test
    void without_names_it_is_the_plan_of_the_shipped_advisory() {
        world.bundle(SHOP, "app-1-1");
        world.bundle(CAFE, UNTAGGED, Map.of(), "app-1-1");

        assertThat(world.plan(wanting(List.of(), Map.of()))).isEqualTo(world.plan());
    }

    @Test
    void a_bundle_that_is_named_needs_no_tag_and_nobody_looks_for_others() {
        world.bundle(SHOP, UNTAGGED, BundleWorld.bundleLabel(), "app-1-1");
        world.bundle(CAFE, "app-1-1");

        RebuildPlan plan = world.plan(wanting(List.of(SHOP), Map.of()));

        assertPlanned(plan, SHOP);
        assertThat(plan.declined()).isEmpty();
    }

    @Test
    void what_is_named_and_is_no_bundle_is_declined_and_the_others_are_rebuilt() {
        world.bundle(SHOP, UNTAGGED, BundleWorld.bundleLabel(), "app-1-1");
        world.published("db-1-2");

        RebuildPlan plan = world.plan(wanting(List.of("db-1-2", SHOP, "unknown-1-1"), Map.of()));

        assertPlanned(plan, SHOP);
        assertDeclined(plan, "db-1-2", ReasonCode.NOT_A_BUNDLE, "unknown-1-1", ReasonCode.NOT_A_BUNDLE);
    }

    @Test
    void a_bundle_that_is_named_says_why_it_is_left_alone() {
        world.bundle(SHOP, UNTAGGED, BundleWorld.bundleLabel(), "db-1-1");
        world.bundle(CAFE, UNTAGGED, BundleWorld.bundleLabel(), "app-1-1");
        world.rules = RulesForTests.allBut("cafe-bundle");

        RebuildPlan plan = world.plan(wanting(List.of(SHOP, CAFE), Map.of()));

        assertThat(plan.artifacts()).isEmpty();
        assertDeclined(plan, CAFE, ReasonCode.BLOCKED, SHOP, ReasonCode.NO_PULLSPEC_REPLACED);
        assertThat(plan.nothing()).isEqualTo(Reason.of(ReasonCode.NO_BUNDLES, "advisory", "28484"));
    }

    @Test
    void what_is_said_of_an_image_stands_above_what_is_known_and_needs_no_rebuild_of_ours() {
        world.published("app-1-1.400");
        world.published("db-1-2");
        world.bundle(SHOP, "app-1-1", "db-1-1");

        RebuildPlan plan = world.plan(wanting(
                List.of(),
                Map.of("bundle_related_image_overrides", Map.of("app-1-1", "app-1-1.400", "db-1-1", "db-1-2"))));

        assertThat(overrides(plan).pullspecs())
                .extracting(Pullspec::current)
                .containsExactly(
                        "registry.example.com/shop/app@" + digest("app-1-1.400"),
                        "registry.example.com/shop/db@" + digest("db-1-2"));

        world.ships();
        assertPlanned(
                world.plan(wanting(List.of(), Map.of("bundle_related_image_overrides", Map.of("db-1-1", "db-1-2")))),
                SHOP);
    }

    @Test
    void a_bundle_says_whose_place_it_takes_unless_nobody_wants_that() {
        world.bundle(SHOP, "app-1-1");

        assertThat(overrides(world.plan(wanting(List.of(), Map.of()))).substitutesFor())
                .isEqualTo("shop-bundle.1.2.3");
        assertThat(overrides(world.plan(wanting(List.of(), Map.of("olm_substitutes", false))))
                        .substitutesFor())
                .isNull();
    }

    @Test
    void what_the_event_did_that_it_builds_upon_is_not_done_again() {
        world.bundle(SHOP, "app-1-1");
        world.bundle(CAFE, "app-1-1");
        world.earlier.add(rebuilt(SHOP, EARLIER));
        world.earlier.add(rebuilt(CAFE, EARLIER + 1));

        RebuildPlan plan = world.plan(wanting(List.of(), Map.of()));

        assertPlanned(plan, CAFE);
        assertDeclined(plan, SHOP, ReasonCode.ALREADY_REBUILT);

        world.earlier.add(rebuilt(CAFE, EARLIER));
        assertThat(world.plan(wanting(List.of(), Map.of())).nothing())
                .isEqualTo(Reason.of(ReasonCode.ALL_BUNDLES_REBUILT, "advisory", "28484"));
        assertThat(world.plan().artifacts()).hasSize(2);
    }

    private static void assertPlanned(RebuildPlan plan, String... nvrs) {
        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().originalNvr())
                .containsExactly(nvrs);
    }

    /** @param expected an NVR and its reason, and so on, in the order of the NVRs */
    private static void assertDeclined(RebuildPlan plan, Object... expected) {
        assertThat(plan.declined())
                .extracting(
                        one -> one.artifact().originalNvr(), one -> one.reason().code())
                .hasSize(expected.length / 2)
                .startsWith(tuple(expected[0], expected[1]))
                .endsWith(tuple(expected[expected.length - 2], expected[expected.length - 1]));
    }

    private static BundleOverrides overrides(RebuildPlan plan) {
        return Objects.requireNonNull(plan.artifacts().getFirst().preparation().bundle());
    }

    private static Rebuilt rebuilt(String bundle, int event) {
        return new Rebuilt(new Nvr(bundle), new Nvr(bundle + ".400"), event, 70, new TreeSet<>());
    }

    private static ManualRebuild wanting(List<String> images, Map<String, ?> metadata) {
        return new ManualRebuild(
                ADVISORY, images, new Request("manual_rebuild_1", Way.API, null, List.of(EARLIER), metadata));
    }
}
