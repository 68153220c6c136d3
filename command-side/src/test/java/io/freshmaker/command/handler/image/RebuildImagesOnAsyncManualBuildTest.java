package io.freshmaker.command.handler.image;

import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.trigger.BranchRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.wire.Texts;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.handler.Unplannable;
import io.freshmaker.command.image.BranchImages;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The handler of requests by branch (spec §5.5, §19.6 A1 and A2). */
class RebuildImagesOnAsyncManualBuildTest {

    private static final String APP = "app-container-1-1";
    private static final String BASE = "base-container-1-1";

    private final FakeImageMetadata metadata = new FakeImageMetadata();
    private final Map<Nvr, BuiltImage> builds = new HashMap<>();
    private Rules rules = RulesForTests.EVERYTHING;

    @Test
    void an_image_is_built_again_from_the_commit_of_its_last_build_for_the_target_that_is_named() {
        built(BASE);
        built(APP, BASE);

        PlannedArtifact app = plan("main", null, "app-container").artifacts().getFirst();
        PlannedArtifact elsewhere =
                plan("main", "mine", "app-container").artifacts().getFirst();

        assertThat(app.artifact().source())
                .isEqualTo(new Source("container/app-container", "main", "c0ffee", "target"));
        assertThat(elsewhere.artifact().source().target()).isEqualTo("mine");
        assertThat(app.rebuildReason()).isEqualTo(RebuildReason.UNKNOWN);
        assertThat(app.parents()).isEmpty();
        assertThat(app.originalParents()).containsExactly(BASE);
        assertThat(app.preparation().renewedComposes()).containsExactly(7L);
        assertThat(app.preparation().advisory()).isNull();
    }

    @Test
    void an_image_that_was_never_built_from_the_branch_fails_the_event() {
        built(APP);

        assertThatThrownBy(() -> plan("another-branch", null, "app-container", "gone-container"))
                .isInstanceOfSatisfying(
                        Unplannable.class,
                        e -> assertThat(Texts.of(e.reason()))
                                .isEqualTo("One or more of the requested image was never built before for the requested"
                                        + " branch: another-branch. Cannot build it, please change your request."
                                        + " Problematic images are {app-container, gone-container}"));
    }

    @Test
    void what_rules_do_not_let_be_rebuilt_is_declined_and_what_is_built_from_it_is_built_from_what_there_is() {
        built(BASE);
        built(APP, BASE);
        rules = RulesForTests.allBut("base-container");

        RebuildPlan plan = plan("main", null, "app-container", "base-container");

        assertThat(plan.artifacts()).extracting(PlannedArtifact::key).containsExactly(new ArtifactKey("image:" + APP));
        assertThat(plan.artifacts().getFirst().originalParents()).containsExactly(BASE);
        assertThat(plan.declined()).hasSize(1);
    }

    private RebuildPlan plan(String branch, @Nullable String target, String... images) {
        BranchImages known = new BranchImages(metadata, metadata, wanted -> {
            Map<Nvr, BuiltImage> found = new HashMap<>(builds);
            found.keySet().retainAll(wanted);
            return found;
        });
        Request request = new Request("async_build_1", Way.API, null, List.of(), Map.of());
        return Plans.of(
                new RebuildImagesOnAsyncManualBuild(
                        () -> known, Preparations.ofNoAdvisory(AdvisoryWorld.settings(Map.of()))),
                rules,
                new BranchRebuild(branch, List.of(images), target, request));
    }

    private void built(String nvr, String... parents) {
        String name = new Nvr(nvr).name();
        metadata.with(image(nvr, null, published("ns/" + name)));
        builds.put(
                new Nvr(nvr),
                new BuiltImage(
                        new Nvr(nvr),
                        new Source("container/" + name, "main", "c0ffee", "target"),
                        List.of(parents).stream().map(Nvr::new).toList(),
                        false,
                        List.of("x86_64"),
                        List.of(7L),
                        false,
                        null));
    }
}
