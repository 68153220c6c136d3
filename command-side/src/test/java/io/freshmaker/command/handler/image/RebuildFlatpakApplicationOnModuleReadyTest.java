package io.freshmaker.command.handler.image;

import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.FlatpakModuleReady;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BuiltModule;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FakeComposes;
import io.freshmaker.command.port.FakeFlatpakIndex;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.port.FakeModuleBuilds;
import io.freshmaker.command.port.MemoryImageBuilds;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RebuildFlatpakApplicationOnModuleReadyTest {

    private static final Nvr BUILD = new Nvr("tea-rhel9-3.new");
    private static final Nvr EDITOR = new Nvr("editor-flatpak-1-2");
    private static final Nvr VIEWER = new Nvr("viewer-flatpak-1-2");
    private static final String OLD = "tea-1-1.module+el9+1.x86_64";
    private static final String NEW = "tea-2-1.module+el9+3.x86_64";

    private final FakeAdvisories advisories = new FakeAdvisories()
            .with(
                    FakeAdvisories.advisory(7, "QE", "module"),
                    new AdvisoryContent(
                            List.of(BUILD),
                            List.of(),
                            List.of(new Nvr("tea-2-1.module+el9+3")),
                            List.of(),
                            List.of("tea-hidden-rpms"),
                            true));
    private final FakeModuleBuilds modules =
            new FakeModuleBuilds().with(BUILD, new BuiltModule("tea", "rhel9", "3", "new"));
    private final FakeFlatpakIndex index = new FakeFlatpakIndex().with("tea:rhel9", List.of(EDITOR, VIEWER));
    private final FakeImageMetadata metadata = new FakeImageMetadata()
            .with(FakeImageMetadata.repository("tea/editor", "latest"))
            .with(FakeImageMetadata.repository("tea/viewer", "latest"))
            .with(image(EDITOR.value(), null, published("tea/editor", "latest"), OLD))
            .with(image(VIEWER.value(), null, published("tea/viewer", "latest"), NEW));
    private final MemoryImageBuilds builds = new MemoryImageBuilds()
            .with(MemoryImageBuilds.image(EDITOR.value(), false, List.of(1L), null))
            .with(MemoryImageBuilds.image(VIEWER.value()));
    private final FakeComposes composes = new FakeComposes();

    @Test
    void an_image_with_an_older_rpm_is_rebuilt_with_the_advisorys_modules_and_another_one_is_declined() {
        long kept = composes.request(ComposeRequest.ofContentSets(Set.of("basic-rpms")));

        RebuildPlan plan = plan(RulesForTests.EVERYTHING);

        PlannedArtifact editor = plan.artifacts().getFirst();
        assertThat(plan.artifacts()).hasSize(1);
        assertThat(editor.artifact().originalNvr()).isEqualTo(EDITOR.value());
        assertThat(editor.rebuildReason()).isEqualTo(RebuildReason.DIRECTLY_AFFECTED);
        assertThat(editor.reason().code()).isEqualTo(ReasonCode.ADVISORY_FIXES);
        assertThat(editor.preparation())
                .isEqualTo(new Preparation(
                        List.of(),
                        true,
                        true,
                        List.of(kept),
                        List.of(),
                        List.of(ComposeRequest.ofModules(List.of("tea:rhel9:3:new"), List.of("x86_64"))),
                        null,
                        null));
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .containsExactly(tuple("viewer-flatpak", ReasonCode.NOT_OLDER));
    }

    @Test
    void rules_have_the_last_word() {
        RebuildPlan plan = plan(RulesForTests.allBut("editor-flatpak"));

        assertThat(plan.artifacts()).isEmpty();
        assertThat(plan.nothing()).isEqualTo(Reason.of(ReasonCode.ALL_DECLINED, "count", "2"));
        assertThat(plan.declined())
                .extracting(one -> one.reason().code())
                .containsExactlyInAnyOrder(ReasonCode.BLOCKED, ReasonCode.NOT_OLDER);
    }

    @Test
    void an_image_that_nobody_can_build_is_planned_and_fails_with_the_reason() {
        builds.with(MemoryImageBuilds.image(EDITOR.value(), false, List.of(), "its task is gone"));

        assertThat(plan(RulesForTests.EVERYTHING)
                        .artifacts()
                        .getFirst()
                        .preparation()
                        .flaw())
                .isEqualTo(new Reason(
                        ReasonCode.CANNOT_RESOLVE, Map.of("nvr", EDITOR.value(), "error", "its task is gone")));
    }

    @Test
    void without_images_or_tags_or_older_rpms_the_event_is_skipped_as_by_the_original() {
        index.with("tea:rhel9", List.of(VIEWER));
        assertNothing(ReasonCode.NO_OLDER_FLATPAKS);

        index.with("tea:rhel9", List.of(new Nvr("stranger-flatpak-1-1")));
        assertNothing(ReasonCode.NO_TAGGED_FLATPAKS);

        index.with("tea:rhel9", List.of());
        assertNothing(ReasonCode.NO_FLATPAKS);
    }

    @Test
    void an_advisory_that_nobody_knows_is_skipped() {
        RebuildPlan plan = Plans.of(handler(), RulesForTests.EVERYTHING, new FlatpakModuleReady(8));

        assertThat(plan.nothing()).isEqualTo(Reason.of(ReasonCode.UNKNOWN_ADVISORY, "advisory", "8"));
    }

    private void assertNothing(ReasonCode code) {
        assertThat(plan(RulesForTests.EVERYTHING).nothing()).isEqualTo(Reason.of(code, "name", "RHSA-2026:7"));
    }

    @Test
    void where_nobody_makes_composes_it_is_built_with_those_of_the_original() {
        RebuildPlan plan = Plans.of(handler(false), RulesForTests.EVERYTHING, new FlatpakModuleReady(7));

        assertThat(plan.artifacts().getFirst().preparation())
                .isEqualTo(new Preparation(List.of(), true, true, List.of(1L), List.of(), List.of(), null, null));
        assertThat(composes.looks).isZero();
    }

    private RebuildPlan plan(Rules rules) {
        return Plans.of(handler(), rules, new FlatpakModuleReady(7));
    }

    private RebuildFlatpakApplicationOnModuleReady handler() {
        return handler(true);
    }

    private RebuildFlatpakApplicationOnModuleReady handler(boolean composed) {
        AdvisorySystems systems = new AdvisorySystems(
                () -> advisories,
                RebuildFlatpakApplicationOnModuleReadyTest::nobody,
                () -> composes,
                RebuildFlatpakApplicationOnModuleReadyTest::nobody,
                RebuildFlatpakApplicationOnModuleReadyTest::nobody,
                RebuildFlatpakApplicationOnModuleReadyTest::nobody,
                RebuildFlatpakApplicationOnModuleReadyTest::nobody);
        FlatpakSystems flatpaks = new FlatpakSystems(() -> index, () -> modules, () -> metadata, () -> builds);
        ImagesSettings settings = new ImagesSettings(false, false, List.of(), false, Map.of(), "x^", null);
        return new RebuildFlatpakApplicationOnModuleReady(
                systems, new FlatpaksOfAdvisory(systems, flatpaks, settings, composed));
    }

    private static <T> T nobody() {
        throw new AssertionError("Nobody else is asked");
    }
}
