package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryWorld.FIXES;
import static io.freshmaker.command.handler.image.AdvisoryWorld.image;
import static io.freshmaker.command.handler.image.AdvisoryWorld.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan;
import io.freshmaker.command.image.ImagePlan.Declined;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.command.port.MemoryImageBuilds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The cases of spec §19.5 and what we do better. */
class RebuildImagesOnRPMAdvisoryChangeTest {

    private static final String SHIPPED = "SHIPPED_LIVE";
    private static final String BASE = "rhel-server-docker-7.3-82";
    private static final String CHILD = "rh-dotnetcore10-docker-1.0-16";

    private final AdvisoryWorld world = new AdvisoryWorld();

    @Test
    void what_a_rebuilt_image_is_built_from_is_built_before_it() {
        world.finding(node(BASE, List.of(), List.of()), node(CHILD, List.of(BASE), List.of("fedora-container-25-7")));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().originalNvr())
                .containsExactly(BASE, CHILD);
        PlannedArtifact child = plan.artifacts().getLast();
        assertThat(child.parents()).containsExactly(new ArtifactKey("image:" + BASE));
        assertThat(child.originalParents()).containsExactly("fedora-container-25-7");
        assertThat(child.rebuildReason()).isEqualTo(RebuildReason.DIRECTLY_AFFECTED);
        assertThat(child.reason()).isEqualTo(FIXES);
        assertThat(child.preparation())
                .isEqualTo(new Preparation(
                        List.of("x86_64"), false, true, List.of(), List.of(), List.of(), AdvisoryWorld.ADVISORY, null));
    }

    @Test
    void what_was_rebuilt_before_is_left_alone_and_what_is_built_from_it_is_built_from_its_rebuild() {
        world.earlier.add(rebuilt("some-test-1-2", "tls-3.2-2.fc42"));
        world.finding(node(CHILD, List.of(), List.of(BASE)));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(plan.artifacts().getFirst().originalParents()).containsExactly("some-test-1-2");
        assertThat(world.asked.getFirst().rebuilt())
                .isEqualTo(Map.of(
                        new Nvr(BASE),
                        new Reason(
                                ReasonCode.ALREADY_REBUILT,
                                Map.of("advisory", "28484", "event", "7", "build", "70", "rebuilt", "some-test-1-2"))));
    }

    @Test
    void what_was_rebuilt_before_is_not_rebuilt_again_for_what_is_built_from_it() {
        world.earlier.add(rebuilt("some-test-1-2", "tls-3.2-2.fc42"));
        world.finding(node(BASE, List.of(), List.of()), node(CHILD, List.of(BASE), List.of("fedora-container-25-7")));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().originalNvr(), PlannedArtifact::parents)
                .containsExactly(tuple(CHILD, List.of()));
        assertThat(plan.artifacts().getFirst().originalParents())
                .containsExactly("some-test-1-2", "fedora-container-25-7");
        assertThat(plan.declined())
                .extracting(
                        one -> one.artifact().originalNvr(), one -> one.reason().code())
                .containsExactly(tuple(BASE, ReasonCode.ALREADY_REBUILT));
    }

    @Test
    void a_rebuild_with_rpms_that_the_advisory_has_no_more_does_not_count() {
        world.earlier.add(rebuilt("some-test-1-2", "tls-3.2-1.fc42"));

        world.plan(SHIPPED);

        assertThat(world.asked.getFirst().rebuilt()).isEmpty();
    }

    @Test
    void of_several_rebuilds_of_an_image_the_last_counts() {
        world.earlier.add(rebuilt("some-test-1-2", "tls-3.2-2.fc42"));
        world.earlier.add(rebuilt("some-test-1-3", "tls-3.2-2.fc42"));
        world.finding(node(CHILD, List.of(), List.of(BASE)));

        assertThat(world.plan(SHIPPED).artifacts().getFirst().originalParents()).containsExactly("some-test-1-3");
    }

    @Test
    void an_advisory_that_nobody_knows_or_that_has_no_rpms_leads_to_nothing() {
        world.advisory = AdvisoryWorld.advisory(SHIPPED, "docker", "text-only");
        assertThat(world.plan(SHIPPED).nothing())
                .isEqualTo(new Reason(
                        ReasonCode.ADVISORY_HAS_NO_RPMS,
                        Map.of("advisory", "28484", "content_types", "docker text-only")));

        world.known = false;
        assertThat(world.plan(SHIPPED).nothing())
                .isEqualTo(Reason.of(ReasonCode.UNKNOWN_ADVISORY, "advisory", "28484"));
    }

    @Test
    void when_no_image_is_left_the_declined_ones_are_still_told() {
        Reason hotfix = Reason.of(ReasonCode.HOTFIX);
        world.found = new ImagePlan(
                List.of(),
                List.of(new Declined(image("a-1-1", true, Set.of()), MemoryImageBuilds.image("a-1-1"), hotfix)));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(plan.nothing()).isEqualTo(Reason.of(ReasonCode.NO_IMAGES, "name", "RHBA-2026:28484"));
        assertThat(plan.declined()).extracting(DeclinedArtifact::reason).containsExactly(hotfix);
    }

    @Test
    void before_it_is_shipped_its_packages_are_composed_of_the_tag_with_which_they_are_the_latest() {
        world.content = AdvisoryWorld.content("httpd-2.4.15-1.f27", "httpd-debuginfo-2.4.15-1.f27");
        world.finding(node("a-1-1", List.of(), List.of()), node("b-1-1", List.of("a-1-1"), List.of()));
        for (Nvr build : world.content.builds()) world.tags.put(build.value(), List.of("rhel-7.2-candidate", "alpha"));
        world.latest.put("rhel-7.2-candidate", new TreeSet<>(world.content.builds()));

        ComposeRequest ofTag = ComposeRequest.ofTag("rhel-7.2-candidate", List.of("httpd", "httpd-debuginfo"));
        assertThat(world.plan("REL_PREP").artifacts())
                .allSatisfy(one -> assertThat(one.preparation().composes()).containsExactly(ofTag));
        assertThat(world.plan(SHIPPED).artifacts())
                .allSatisfy(one -> assertThat(one.preparation().composes()).isEmpty());
    }

    private static Rebuilt rebuilt(String nvr, String contained) {
        return new Rebuilt(new Nvr(BASE), new Nvr(nvr), 7, 70, new TreeSet<>(Set.of(new Nvr(contained))));
    }
}
