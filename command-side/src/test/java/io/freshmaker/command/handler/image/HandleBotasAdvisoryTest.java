package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryWorld.ADVISORY;
import static io.freshmaker.command.handler.image.BundleWorld.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.port.MemoryImageBuilds;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The cases of spec §5.7, §7.9 and §19.9. */
class HandleBotasAdvisoryTest {

    private static final String SHOP = "shop-bundle-1-1";

    private final BundleWorld world = new BundleWorld();

    @Test
    void a_bundle_that_refers_to_an_image_which_is_shipped_anew_is_rebuilt_with_the_new_one() {
        world.rebuilt("app-1-1", "app-1-1.300");
        world.published("db-1-1");
        world.ships("app-1-1.300");
        world.bundle(SHOP, "db-1-1", "app-1-1");

        RebuildPlan plan = world.plan();

        PlannedArtifact bundle = plan.artifacts().getFirst();
        assertThat(plan.artifacts()).hasSize(1);
        assertThat(plan.declined()).isEmpty();
        assertThat(bundle.artifact().originalNvr()).isEqualTo(SHOP);
        assertThat(bundle.rebuildReason()).isEqualTo(RebuildReason.DIRECTLY_AFFECTED);
        assertThat(bundle.reason().code()).isEqualTo(ReasonCode.BUNDLE_IMAGES_SHIPPED);
        assertThat(bundle.parents()).isEmpty();
        assertThat(bundle.originalParents()).isEmpty();
        assertThat(bundle.preparation())
                .isEqualTo(new Preparation(
                        List.of("x86_64"),
                        false,
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        new BundleOverrides(
                                List.of(
                                        BundleWorld.pullspec("db-1-1"),
                                        new Pullspec(
                                                "registry.example.com/shop/app:v1",
                                                "registry.example.com/shop/app@" + digest("app-1-1.300"),
                                                true,
                                                "registry.example.com/shop/app@" + digest("app-1-1"))),
                                "shop-bundle.1.2.3-0.1608854400.p",
                                "1.2.3+0.1608854400.p",
                                "shop-bundle.1.2.3")));
    }

    @Test
    void thirty_images_of_one_bundle_are_one_rebuild() {
        String[] originals =
                IntStream.range(0, 30).mapToObj(at -> "app%d-1-1".formatted(at)).toArray(String[]::new);
        for (String original : originals) world.rebuilt(original, original + ".300");
        world.ships(List.of(originals).stream().map(one -> one + ".300").toArray(String[]::new));
        world.bundle(SHOP, originals);

        RebuildPlan plan = world.plan();

        assertThat(plan.artifacts()).hasSize(1);
        BundleOverrides overrides =
                Objects.requireNonNull(plan.artifacts().getFirst().preparation().bundle());
        assertThat(overrides.pullspecs()).hasSize(30).allMatch(one -> one.pinned() && one.replaced() != null);
        assertThat(plan.artifacts().getFirst().reason().fact("count")).isEqualTo("30");
    }

    @Test
    void a_bundle_that_still_refers_to_an_earlier_rebuild_is_found_too_unless_settings_say_otherwise() {
        world.rebuilt("app-1-1", "app-1-1.100");
        world.rebuilt("app-1-1.100", "app-1-1.300");
        world.ships("app-1-1.300");
        world.bundle(SHOP, "app-1-1");

        assertThat(world.plan().artifacts()).hasSize(1);

        world.settings = new BundleSettings(false, List.of());
        assertThat(world.plan().nothing()).isEqualTo(Reason.of(ReasonCode.NO_BUNDLES, "advisory", "28484"));
    }

    @Test
    void a_bundle_that_refers_to_an_image_of_an_advisory_which_was_shipped_before_is_found_too() {
        world.rebuilt("app-1-1", "app-1-1.300");
        world.published("app-1-1.200");
        world.shipped
                .with(ADVISORY, BundleWorld.nvrs(List.of("app-1-1.300")), List.of(2L))
                .with(2, List.of(), List.of(1L, 2L, ADVISORY))
                .with(1, BundleWorld.nvrs(List.of("app-1-1.200", "db-1-1")), List.of());
        world.bundle(SHOP, "app-1-1.200");

        assertThat(world.plan().artifacts()).hasSize(1);
    }

    @Test
    void each_bundle_that_is_left_alone_says_why() {
        world.rebuilt("app-1-1", "app-1-1.300");
        world.ships("app-1-1.300");
        world.bundle("hot-1-1", FakeImageMetadata.published(BundleWorld.BUNDLES, "latest"), hotfix(), "app-1-1");
        world.bundle("untagged-1-1", FakeImageMetadata.published(BundleWorld.BUNDLES, "v1"), Map.of(), "app-1-1");
        world.bundle("hidden-1-1", FakeImageMetadata.unpublished(BundleWorld.BUNDLES, "latest"), Map.of(), "app-1-1");
        Nvr unmanaged = world.bundle("unmanaged-1-1", "app-1-1");
        world.manifests.with(unmanaged, new BundleManifest(false, List.of(BundleWorld.pullspec("app-1-1"))));

        RebuildPlan plan = world.plan();

        assertThat(plan.artifacts()).isEmpty();
        assertThat(plan.declined())
                .extracting(HandleBotasAdvisoryTest::nvr, one -> one.reason().code())
                .containsExactlyInAnyOrder(
                        tuple("hot-1-1", ReasonCode.HOTFIX),
                        tuple("untagged-1-1", ReasonCode.NO_AUTO_REBUILD_TAG),
                        tuple("hidden-1-1", ReasonCode.NO_AUTO_REBUILD_TAG),
                        tuple("unmanaged-1-1", ReasonCode.PULLSPECS_NOT_MANAGED));
        assertThat(plan.nothing()).isEqualTo(Reason.of(ReasonCode.NO_BUNDLES, "advisory", "28484"));
    }

    @Test
    void a_bundle_that_settings_name_needs_no_tag() {
        world.rebuilt("app-1-1", "app-1-1.300");
        world.ships("app-1-1.300");
        world.bundle(SHOP, FakeImageMetadata.published(BundleWorld.BUNDLES, "v1"), Map.of(), "app-1-1");
        world.settings = new BundleSettings(true, List.of("shop-bundle-1"));

        assertThat(world.plan().artifacts()).hasSize(1);
    }

    @Test
    void a_bundle_that_can_never_be_built_is_planned_and_says_why() {
        world.rebuilt("app-1-1", "app-1-1.300");
        world.ships("app-1-1.300");
        Map<String, String> labels = Map.of("com.redhat.openshift.versions", "v4.7,v4.8");
        world.bundle(SHOP, FakeImageMetadata.published(BundleWorld.BUNDLES, "latest"), labels, "app-1-1");
        Nvr lost = world.bundle("lost-1-1", "app-1-1");
        world.builds.with(MemoryImageBuilds.image(lost.value(), false, List.of(), "no task"));

        assertThat(world.plan().artifacts())
                .extracting(
                        one -> one.artifact().originalNvr(),
                        one -> one.preparation().flaw())
                .containsExactlyInAnyOrder(
                        tuple(SHOP, Reason.of(ReasonCode.INVALID_OPENSHIFT_VERSIONS, "versions", "v4.7,v4.8")),
                        tuple(
                                "lost-1-1",
                                new Reason(ReasonCode.CANNOT_RESOLVE, Map.of("nvr", "lost-1-1", "error", "no task"))));
    }

    @Test
    void rules_are_asked_about_the_advisory_and_about_each_bundle() {
        world.rebuilt("app-1-1", "app-1-1.300");
        world.ships("app-1-1.300");
        world.bundle(SHOP, "app-1-1");
        world.bundle("other-bundle-1-1", "app-1-1");

        world.rules = RulesForTests.allBut("other-bundle");
        RebuildPlan plan = world.plan();
        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().originalNvr())
                .containsExactly(SHOP);
        assertThat(plan.declined())
                .extracting(HandleBotasAdvisoryTest::nvr, one -> one.reason().code())
                .containsExactly(tuple("other-bundle-1-1", ReasonCode.BLOCKED));

        world.rules = (handler, _, _) -> Optional.of(RulesForTests.objection(handler));
        assertThat(Objects.requireNonNull(world.plan().nothing()).code()).isEqualTo(ReasonCode.ADVISORY_NOT_ALLOWED);
    }

    @Test
    void an_advisory_that_leads_to_nothing_says_why() {
        assertNothing(ReasonCode.NO_PUBLISHED_ORIGINALS);

        world.origins.put(new Nvr("app-1-1.300"), new Nvr("app-1-1"));
        world.ships("app-1-1.300");
        assertNothing(ReasonCode.NO_PUBLISHED_ORIGINALS);

        world.images.with(FakeImageMetadata.image("app-1-1", null, FakeImageMetadata.published("shop/images")));
        assertNothing(ReasonCode.NO_ORIGINAL_DIGESTS);

        world.bundles.with(new Nvr("app-1-1"), digest("app-1-1"), true);
        assertNothing(ReasonCode.NO_REBUILT_DIGESTS);

        world.bundles.with(new Nvr("app-1-1.300"), digest("app-1-1.300"), false);
        assertNothing(ReasonCode.NO_BUNDLES);

        world.advisories.advisory = AdvisoryWorld.advisory("SHIPPED_LIVE", "rpm");
        assertNothing(ReasonCode.ADVISORY_HAS_NO_IMAGES);

        world.advisories.known = false;
        assertNothing(ReasonCode.UNKNOWN_ADVISORY);
    }

    private void assertNothing(ReasonCode why) {
        RebuildPlan plan = world.plan();
        assertThat(plan.artifacts()).isEmpty();
        assertThat(Objects.requireNonNull(plan.nothing()).code()).isEqualTo(why);
    }

    private static String nvr(DeclinedArtifact declined) {
        return Objects.requireNonNull(declined.artifact().originalNvr());
    }

    private static Map<String, String> hotfix() {
        return Map.of("com.redhat.hotfix", "true");
    }
}
