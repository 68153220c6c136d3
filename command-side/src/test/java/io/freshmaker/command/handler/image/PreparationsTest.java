package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryWorld.image;
import static io.freshmaker.command.handler.image.AdvisoryWorld.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.port.MemoryImageBuilds;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What images need to be built for an advisory: the cases R2, R4, R5 and R12 of spec §19.5, and §16. */
class PreparationsTest {

    private static final String SHIPPED = "SHIPPED_LIVE";
    private static final String BASE = "rhel-server-docker-7.3-82";
    private static final String CHILD = "rh-dotnetcore10-docker-1.0-16";

    private final AdvisoryWorld world = new AdvisoryWorld();

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

    private static Preparation preparation(RebuildPlan plan, int index) {
        return plan.artifacts().get(index).preparation();
    }
}
