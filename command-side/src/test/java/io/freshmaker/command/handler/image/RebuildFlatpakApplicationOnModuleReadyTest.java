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
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BuiltModule;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FakeComposes;
import io.freshmaker.command.port.FakeFlatpakIndex;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.port.FakeModuleBuilds;
import io.freshmaker.command.port.MemoryImageBuilds;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RebuildFlatpakApplicationOnModuleReadyTest {

    private static final Nvr BUILD = new Nvr("tea-rhel9-3.new");
    private static final Nvr EDITOR = new Nvr("editor-flatpak-1-2");
    private static final Nvr VIEWER = new Nvr("viewer-flatpak-1-2");
    private static final int UPON = 3;
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
    private final List<Rebuilt> earlier = new ArrayList<>();
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

    @Test
    void a_flatpak_that_somebody_names_needs_no_tag_and_others_are_left_alone() {
        Nvr untagged = new Nvr("writer-flatpak-1-2");
        metadata.with(image(untagged.value(), null, published("tea/editor", "v1"), OLD));
        builds.with(MemoryImageBuilds.image(untagged.value()));
        index.with("tea:rhel9", List.of(EDITOR, VIEWER, untagged));

        RebuildPlan plan = plan(untagged, VIEWER, new Nvr("stranger-flatpak-1-1"));

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().originalNvr())
                .containsExactly(untagged.value());
        assertThat(plan.declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .containsExactlyInAnyOrder(
                        tuple("viewer-flatpak", ReasonCode.NOT_OLDER),
                        tuple("stranger-flatpak", ReasonCode.NOT_A_RELEASED_FLATPAK));
    }

    @Test
    void where_none_that_is_named_is_released_with_the_modules_the_event_says_so_with_their_names() {
        RebuildPlan plan = plan(new Nvr("stranger-flatpak-1-1"), new Nvr("other-flatpak-1-1"));

        assertThat(plan.nothing())
                .isEqualTo(
                        Reason.of(ReasonCode.NO_NAMED_FLATPAKS, "images", "stranger-flatpak-1-1, other-flatpak-1-1"));
        assertThat(plan.declined()).hasSize(2);
    }

    @Test
    void who_names_none_gets_what_the_ready_advisory_does_without_what_its_event_is_built_upon() {
        assertThat(plan()).isEqualTo(plan(RulesForTests.EVERYTHING));

        earlier.add(new Rebuilt(EDITOR, new Nvr("editor-flatpak-1-2.300"), UPON, 70, new TreeSet<>()));
        assertThat(plan().declined())
                .extracting(one -> one.artifact().name(), one -> one.reason().code())
                .contains(tuple("editor-flatpak", ReasonCode.ALREADY_REBUILT));
        assertThat(plan(RulesForTests.EVERYTHING).artifacts()).hasSize(1);
    }

    /** As somebody wants it, who builds upon an Event. */
    private RebuildPlan plan(Nvr... named) {
        List<String> images = Stream.of(named).map(Nvr::value).toList();
        Request request = new Request("manual_rebuild_1", Way.API, null, List.of(UPON), Map.of());
        return Plans.of(handler(), RulesForTests.EVERYTHING, new ManualRebuild(7, images, request));
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
                () -> _ -> earlier);
        FlatpakSystems flatpaks = new FlatpakSystems(() -> index, () -> modules, () -> metadata, () -> builds);
        ImagesSettings settings = new ImagesSettings(false, false, List.of(), false, Map.of(), "x^", null);
        return new RebuildFlatpakApplicationOnModuleReady(
                systems, new FlatpaksOfAdvisory(systems, flatpaks, settings, composed));
    }

    private static <T> T nobody() {
        throw new AssertionError("Nobody else is asked");
    }
}
