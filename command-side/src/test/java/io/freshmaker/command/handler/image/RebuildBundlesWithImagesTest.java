package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.rules.RulesForTests;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RebuildBundlesWithImagesTest {

    private static final String SHOP = "shop-bundle-1-1";

    private final BundleWorld world = new BundleWorld();

    @Test
    void a_bundle_is_rebuilt_after_the_images_that_it_refers_to_and_waits_for_their_digests() {
        world.published("app-1-1");
        world.published("db-1-1");
        world.bundle(SHOP, "db-1-1", "app-1-1");

        RebuildPlan plan = world.after(images("app-1-1"));

        PlannedArtifact bundle = plan.artifacts().getLast();
        assertThat(plan.artifacts()).hasSize(2);
        assertThat(bundle.artifact().originalNvr()).isEqualTo(SHOP);
        assertThat(bundle.rebuildReason()).isEqualTo(RebuildReason.DEPENDENCY);
        assertThat(bundle.parents()).containsExactly(image("app-1-1").key());
        assertThat(bundle.reason())
                .isEqualTo(new Reason(ReasonCode.BUNDLE_IMAGES_REBUILT, Map.of("image", "app-1-1", "count", "1")));
        BundleOverrides overrides = Objects.requireNonNull(bundle.preparation().bundle());
        assertThat(overrides.pullspecs())
                .containsExactly(
                        BundleWorld.pullspec("db-1-1"),
                        BundleWorld.pullspec("app-1-1").awaiting("app-1-1"));
        assertThat(overrides.csvVersion()).isEqualTo("1.2.3+0.1608854400.p");
    }

    @Test
    void thirty_images_of_one_bundle_are_one_rebuild_after_all_of_them() {
        String[] operands =
                IntStream.range(0, 30).mapToObj(at -> "app%d-1-1".formatted(at)).toArray(String[]::new);
        for (String operand : operands) world.published(operand);
        world.bundle(SHOP, operands);

        RebuildPlan plan = world.after(images(operands));

        assertThat(plan.artifacts()).hasSize(31);
        assertThat(plan.artifacts().getLast().parents())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(operands)
                        .map(operand -> image(operand).key())
                        .toList());
        assertThat(plan.artifacts().getLast().reason().fact("count")).isEqualTo("30");
    }

    @Test
    void an_image_that_customers_do_not_have_is_in_no_bundle_of_theirs() {
        world.unpublished("app-1-1");
        world.bundle(SHOP, "app-1-1");

        assertThat(world.after(images("app-1-1"))).isEqualTo(images("app-1-1"));
    }

    @Test
    void each_bundle_that_is_not_rebuilt_says_why() {
        world.published("app-1-1");
        world.bundle("hotfix-bundle-1-1", tagged(), Map.of("com.redhat.hotfix", "true"), "app-1-1");
        world.bundle("untagged-bundle-1-1", FakeImageMetadata.published(BundleWorld.BUNDLES), Map.of(), "app-1-1");
        world.bundle("forbidden-bundle-1-1", "app-1-1");
        world.manifests.with(
                world.bundle("unmanaged-bundle-1-1", "app-1-1"),
                new BundleManifest(false, List.of(BundleWorld.pullspec("app-1-1"))));
        world.rules = RulesForTests.allBut("forbidden-bundle");

        RebuildPlan plan = world.after(images("app-1-1"));

        assertThat(plan.artifacts()).isEqualTo(images("app-1-1").artifacts());
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name() + " " + one.reason().code())
                .containsExactlyInAnyOrder(
                        "hotfix-bundle HOTFIX",
                        "untagged-bundle NO_AUTO_REBUILD_TAG",
                        "forbidden-bundle BLOCKED",
                        "unmanaged-bundle PULLSPECS_NOT_MANAGED");
    }

    private static Placement tagged() {
        return FakeImageMetadata.published(BundleWorld.BUNDLES, "latest");
    }

    private static RebuildPlan images(String... nvrs) {
        return new RebuildPlan(
                Arrays.stream(nvrs)
                        .map(nvr -> PlannedArtifact.directly(image(nvr), Reason.of(ReasonCode.ADVISORY_FIXES)))
                        .toList(),
                List.of());
    }

    private static Artifact image(String nvr) {
        return Artifact.image(new Nvr(nvr), new Source("container/app", "f42", null, null));
    }
}
