package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryWorld.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.rules.RulesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules are asked and answer: the cases R7, R8 and R11 of spec §19.5. */
class RulesOnAdvisoryTest {

    private static final String SHIPPED = "SHIPPED_LIVE";

    @TempDir
    Path folder;

    private final AdvisoryWorld world = new AdvisoryWorld();

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
        assertThat(world.asked.getFirst().objection().to(image("a-1-1", true, Set.of()), null))
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

    private Optional<Reason> objectionTo(String nvr) {
        return world.asked.getFirst().objection().to(image(nvr, true, Set.of()), null);
    }

    private void rules(String allow, String... block) throws IOException {
        String text = "allow: {global: {image: " + allow + "}}\n"
                + (block.length == 0 ? "" : "block: {global: {image: " + block[0] + "}}\n");
        world.rules = new RulesFile(Files.writeString(folder.resolve("rules.yml"), text));
    }
}
