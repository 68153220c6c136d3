package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.TLS;
import static io.freshmaker.command.image.Questions.repository;
import static io.freshmaker.command.image.Shown.node;
import static io.freshmaker.command.image.Shown.originals;
import static io.freshmaker.command.image.Shown.parents;
import static io.freshmaker.command.image.Shown.rebuilt;
import static io.freshmaker.command.image.SomeImage.affected;
import static io.freshmaker.command.image.SomeImage.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.wire.Texts;
import io.freshmaker.command.port.BuiltImage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Images that should be rebuilt and cannot: they are in the plan, and say why. Only {@code app} and {@code web} are searched for. */
class FlawsTest {
    private final ImageWorld world = new ImageWorld().with(repository("app")).with(repository("web"));

    @Test
    void an_image_whose_parent_nobody_knows_cannot_be_built() {
        world.with(affected("app-1-1").record(), "lost-1-1");

        assertThat(Texts.of(flaw(plan(TLS), "app-1-1")))
                .isEqualTo("Couldn't find parent image lost-1-1. Pyxis data is probably incomplete");
        assertThat(originals(plan(TLS), "app-1-1")).containsExactly("lost-1-1");
    }

    @Test
    void what_an_earlier_stage_is_built_from_may_be_unknown() {
        world.with(affected("app-1-1").record(), "base-1-1", "lost-1-1")
                .with(image("base-1-1").containing("perl-1-1.x86_64").record());

        assertThat(node(plan(TLS), "app-1-1").flaw()).isNull();
        assertThat(originals(plan(TLS), "app-1-1")).containsExactly("base-1-1", "lost-1-1");
    }

    @Test
    void an_image_that_nobody_knows_how_to_build_is_planned_all_the_same() {
        world.unbuilt(affected("app-1-1").from("base-1-1").record())
                .with(image("base-1-1").containing("tls-1-1.x86_64").record());

        ImagePlan plan = plan(TLS);

        assertThat(rebuilt(plan)).containsExactly("base-1-1", "app-1-1");
        assertThat(node(plan, "app-1-1").built()).isNull();
        assertThat(Texts.of(flaw(plan, "app-1-1")))
                .isEqualTo("Cannot resolve the container image: Cannot get data from Koji for build app-1-1: "
                        + "Cannot find Koji build with nvr app-1-1 in Koji.");
    }

    @Test
    void a_build_that_cannot_be_repeated_says_why() {
        world.with(affected("app-1-1").record())
                .with(new BuiltImage(
                        new Nvr("app-1-1"),
                        new Source("container/app", "unknown", null, null),
                        List.of(),
                        false,
                        List.of(),
                        List.of(),
                        false,
                        "There is no commit."));

        assertThat(flaw(plan(TLS), "app-1-1"))
                .isEqualTo(new Reason(
                        ReasonCode.CANNOT_RESOLVE, Map.of("nvr", "app-1-1", "error", "There is no commit.")));
    }

    @Test
    void images_that_are_said_to_be_built_from_each_other_fail_and_name_the_cycle_and_nothing_else_does() {
        world.with(affected("app-1-1").record(), "a-1-1")
                .with(affected("web-1-1").record())
                .with(affected("a-1-1").record(), "b-1-1")
                .with(affected("b-1-1").record(), "c-1-1")
                .with(affected("c-1-1").record(), "a-1-1");

        ImagePlan plan = plan(TLS);

        assertThat(rebuilt(plan)).containsExactly("a-1-1", "b-1-1", "c-1-1", "web-1-1", "app-1-1");
        assertThat(originals(plan, "c-1-1")).containsExactly("a-1-1");
        for (String one : List.of("a-1-1", "b-1-1", "c-1-1")) {
            assertThat(Texts.of(flaw(plan, one))).isEqualTo("The plan has a cycle: a-1-1 → b-1-1 → c-1-1 → a-1-1.");
        }
        assertThat(node(plan, "app-1-1").flaw()).isNull();
        assertThat(parents(plan, "app-1-1")).containsExactly("a-1-1");
    }

    @Test
    void a_cycle_of_many_images_is_named_in_a_few_words() {
        int length = 5_000;
        world.with(affected("app-1-1").record(), "x0-1-1");
        for (int at = 0; at < length; at++) {
            world.with(
                    image("x" + at + "-1-1").containing("tls-1-1.x86_64").record(), "x" + (at + 1) % length + "-1-1");
        }

        assertThat(flaw(plan(TLS), "x17-1-1").fact("cycle"))
                .startsWith("x0-1-1 → x1-1-1 → ")
                .contains(" → … 4989 more … → ")
                .endsWith(" → x4999-1-1 → x0-1-1");
    }

    private ImagePlan plan(ImageQuestion question) {
        return new ImagePlanner(world, world, ImageSettings.DEFAULT).plan(question);
    }

    private static Reason flaw(ImagePlan plan, String nvr) {
        Reason flaw = node(plan, nvr).flaw();
        assertThat(flaw).as("flaw of %s", nvr).isNotNull();
        return Objects.requireNonNull(flaw);
    }
}
