package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryWorld.FIXES;
import static io.freshmaker.command.handler.image.AdvisoryWorld.image;
import static io.freshmaker.command.handler.image.AdvisoryWorld.node;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.command.port.MemoryImageBuilds;
import io.freshmaker.command.rules.RulesFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases of spec §19.5 and what we do better. */
class RebuildImagesOnRPMAdvisoryChangeTest {

    private static final String SHIPPED = "SHIPPED_LIVE";
    private static final String BASE = "rhel-server-docker-7.3-82";
    private static final String CHILD = "rh-dotnetcore10-docker-1.0-16";

    @TempDir
    Path folder;

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
    void an_image_with_a_flaw_is_planned_with_it_to_fail_at_once() {
        Reason flaw = Reason.of(ReasonCode.CANNOT_RESOLVE, "error", "no such build");
        world.finding(
                node(image(BASE, true, Set.of("f42-rpms")), null, flaw, List.of(), List.of()),
                node(CHILD, List.of(BASE), List.of()));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(plan.artifacts()).hasSize(2);
        assertThat(preparation(plan, 0).flaw()).isEqualTo(flaw);
        assertThat(preparation(plan, 0).composes()).isEmpty();
        assertThat(plan.artifacts().getFirst().artifact().source().branch()).isEqualTo("unknown");
        assertThat(preparation(plan, 1).flaw()).isNull();
    }

    @Test
    void all_images_may_have_flaws() {
        Reason flaw = Reason.of(ReasonCode.UNKNOWN_PARENT, "parent", "gone-1-1");
        world.finding(node(image(BASE, true, Set.of()), null, flaw, List.of(), List.of()));

        assertThat(world.plan(SHIPPED).nothing()).isNull();
        assertThat(preparation(world.plan(SHIPPED), 0).flaw()).isEqualTo(flaw);
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
    void content_sets_that_the_originals_composes_have_are_not_composed_again_nor_hidden_ones() {
        world.composes.put(7300L, "f42-rpms  f42-source-rpms");
        world.finding(
                composed("a-1-1", Set.of("f42-rpms"), 7300L), composed("b-1-1", Set.of("f42-hidden-rpms"), 7301L));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(preparation(plan, 0).composes()).isEmpty();
        assertThat(preparation(plan, 1).composes()).isEmpty();
        assertThat(preparation(plan, 1).renewedComposes()).containsExactly(7301L);
    }

    @Test
    void images_that_lack_the_same_content_sets_wish_for_the_same_compose() {
        world.composes.put(7300L, "f42-rpms");
        world.finding(
                composed("a-1-1", Set.of("f42-rpms", "extra-rpms", "more-rpms"), 7300L),
                composed("b-1-1", Set.of("more-rpms", "extra-rpms")));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(preparation(plan, 0).composes())
                .containsExactly(ComposeRequest.ofContentSets(List.of("extra-rpms", "more-rpms")))
                .isEqualTo(preparation(plan, 1).composes());
    }

    @Test
    void the_rpms_of_an_image_that_is_not_published_are_composed_of_their_builds() {
        world.packages.put(
                new Nvr("a-1-1"), Set.of(new Nvr("avalon-logkit-2.1-14.el7"), new Nvr("apache-commons-2.6-15.el7")));
        String[] rpms = {"apache-commons-lang-2.6-15.el7.noarch", "avalon-logkit-2.1-14.el7.noarch"};
        world.finding(
                node(
                        image("a-1-1", false, Set.of(), rpms),
                        MemoryImageBuilds.image("a-1-1"),
                        null,
                        List.of(),
                        List.of()),
                node(
                        image("b-1-1", false, Set.of(), rpms),
                        MemoryImageBuilds.image("b-1-1"),
                        null,
                        List.of(),
                        List.of()));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(preparation(plan, 0).composes())
                .containsExactly(ComposeRequest.ofBuilds(
                        List.of("apache-commons-2.6-15.el7", "avalon-logkit-2.1-14.el7"),
                        List.of("apache-commons-lang", "avalon-logkit"),
                        List.of("x86_64")));
        assertThat(preparation(plan, 1).composes())
                .as("of which no builds are known")
                .isEmpty();
    }

    @Test
    void a_base_image_needs_a_repository_of_its_own() {
        world.settings = AdvisoryWorld.settings(Map.of("ubi-8.4", URI.create("https://repos.example.com/ubi.repo")));
        world.finding(base("ubi-8.4-1"), base("ubi-8.5-1"));

        RebuildPlan plan = world.plan(SHIPPED);

        assertThat(preparation(plan, 0).repositories()).containsExactly("https://repos.example.com/ubi.repo");
        assertThat(preparation(plan, 0).flaw()).isNull();
        assertThat(preparation(plan, 1).flaw())
                .isEqualTo(Reason.of(ReasonCode.NO_BASE_IMAGE_REPOSITORY, "image", "ubi-8.5"));
    }

    @Test
    void an_allow_rule_by_name_only_looks_at_published_images_in_pulps_content_sets_and_the_repositories()
            throws IOException {
        rules("{advisory_name: 'RHBA-.*'}");

        world.plan(SHIPPED);

        assertThat(world.asked.getFirst().publishedOnly()).isTrue();
        assertThat(world.asked.getFirst().contentSets()).containsExactlyInAnyOrder("f42-rpms", "f42-rpms-id");
        assertThat(world.asked.getFirst().fixes()).containsExactly(new Nvr("tls-3.2-2.fc42"));
        assertThat(world.asked.getFirst().leaves()).isEmpty();
    }

    @Test
    void where_rules_allow_unpublished_images_only_both_are_looked_at() throws IOException {
        rules("{any: [{advisory_name: 'RHBA-.*', published: true, advisory_product_short_name: foo},"
                + " {advisory_name: 'RHBA-.*', published: false, advisory_product_short_name: product}]}");

        world.plan(SHIPPED);

        assertThat(world.asked.getFirst().publishedOnly()).isFalse();
        assertThat(world.asked.getFirst().objection().apply(image("a-1-1", true, Set.of()), null))
                .as("published ones too")
                .isEmpty();
    }

    @Test
    void the_planner_asks_rules_about_each_image() throws IOException {
        rules("{image_name: [foo, bar]}", "{all: [{image_name: foo}, {image_version: '7\\.3'}]}");

        world.plan(SHIPPED);

        assertThat(objectionTo("foo-1-2.3")).isEmpty();
        assertThat(objectionTo("foo-7.3-2.3")).map(Reason::code).contains(ReasonCode.BLOCKED);
        assertThat(objectionTo("unknown-1-2.3")).map(Reason::code).contains(ReasonCode.NOT_ALLOWED);
    }

    @Test
    void an_advisory_that_rules_do_not_allow_is_looked_at_no_further() throws IOException {
        rules("{advisory_name: 'RHSA-.*'}");

        assertThat(world.plan(SHIPPED).nothing())
                .isEqualTo(new Reason(
                        ReasonCode.ADVISORY_NOT_ALLOWED,
                        Map.of(
                                "advisory", "28484",
                                "handler", "RebuildImagesOnRPMAdvisoryChange",
                                "rule", "allow.global.image",
                                "place", "rules.yml:1")));
        assertThat(world.contentsAsked).isZero();
    }

    @Test
    void the_state_that_the_message_said_counts() throws IOException {
        rules("{advisory_state: REL_PREP}");

        assertThat(world.plan(SHIPPED).nothing()).extracting(Reason::code).isEqualTo(ReasonCode.ADVISORY_NOT_ALLOWED);
        assertThat(world.plan("REL_PREP").nothing()).extracting(Reason::code).isEqualTo(ReasonCode.NO_IMAGES);
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

    private Optional<Reason> objectionTo(String nvr) {
        return world.asked.getFirst().objection().apply(image(nvr, true, Set.of()), null);
    }

    private void rules(String allow, String... block) throws IOException {
        String text = "allow: {global: {image: " + allow + "}}\n"
                + (block.length == 0 ? "" : "block: {global: {image: " + block[0] + "}}\n");
        world.rules = new RulesFile(Files.writeString(folder.resolve("rules.yml"), text));
    }

    private static Node composed(String nvr, Set<String> contentSets, Long... composes) {
        return node(
                image(nvr, true, contentSets),
                MemoryImageBuilds.image(nvr, false, List.of(composes), null),
                null,
                List.of(),
                List.of());
    }

    private static Node base(String nvr) {
        return node(
                image(nvr, true, Set.of()),
                MemoryImageBuilds.image(nvr, true, List.of(), null),
                null,
                List.of(),
                List.of());
    }

    private static Rebuilt rebuilt(String nvr, String contained) {
        return new Rebuilt(new Nvr(BASE), new Nvr(nvr), 7, 70, new TreeSet<>(Set.of(new Nvr(contained))));
    }

    private static Preparation preparation(RebuildPlan plan, int index) {
        return plan.artifacts().get(index).preparation();
    }
}
