package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.TLS;
import static io.freshmaker.command.image.Questions.fixing;
import static io.freshmaker.command.image.Questions.repository;
import static io.freshmaker.command.image.Shown.declined;
import static io.freshmaker.command.image.Shown.node;
import static io.freshmaker.command.image.Shown.originals;
import static io.freshmaker.command.image.Shown.parents;
import static io.freshmaker.command.image.Shown.rebuilt;
import static io.freshmaker.command.image.SomeImage.affected;
import static io.freshmaker.command.image.SomeImage.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the images that were found are built from (spec §7.3). Only {@code app} and {@code web} are searched for. */
class AncestryTest {
    private final ImageWorld world = new ImageWorld().with(repository("app")).with(repository("web"));

    @Test
    void parents_are_rebuilt_first_as_far_as_they_contain_what_is_fixed() {
        world.with(affected("app-1-1").record(), "tools-1-1")
                .with(affected("tools-1-1").record(), "base-1-1")
                .with(image("base-1-1").containing("perl-1-1.x86_64").record(), "scratch-1-1");

        ImagePlan plan = plan(TLS);

        assertThat(rebuilt(plan)).containsExactly("tools-1-1", "app-1-1");
        assertThat(parents(plan, "app-1-1")).containsExactly("tools-1-1");
        assertThat(originals(plan, "app-1-1")).isEmpty();
        assertThat(node(plan, "tools-1-1").directly()).isFalse();
        assertThat(originals(plan, "tools-1-1")).containsExactly("base-1-1");
    }

    @Test
    void a_parent_that_has_the_fix_already_stays() {
        world.with(affected("app-1-1").record(), "base-1-1")
                .with(affected("base-1-1").containing("tls-2-1.x86_64").record());

        assertThat(rebuilt(plan(TLS))).containsExactly("app-1-1");
        assertThat(originals(plan(TLS), "app-1-1")).containsExactly("base-1-1");
    }

    @Test
    void a_parent_of_which_nobody_knows_the_content_is_rebuilt() {
        world.with(affected("app-1-1").record(), "base-1-1")
                .with(image("base-1-1").record());

        assertThat(rebuilt(plan(TLS))).containsExactly("base-1-1", "app-1-1");
    }

    /**
     * E14: the original walks once for each RPM name, and the last one decides what the image is built from: with {@code tls}
     * last, app would be built from the old tools and no longer wait for them.
     */
    @Test
    void packages_that_enter_at_different_layers_give_one_answer_in_every_order() {
        world.with(
                        affected("app-1-1")
                                .containing("tls-1-1.x86_64", "perl-1-1.x86_64")
                                .record(),
                        "tools-1-1")
                .with(image("tools-1-1").containing("perl-1-1.x86_64").record(), "base-1-1")
                .with(image("base-1-1").containing("bash-1-1.x86_64").record());

        for (ImageQuestion question : List.of(fixing("tls-2-1", "perl-2-1"), fixing("perl-2-1", "tls-2-1"))) {
            ImagePlan plan = plan(question);
            assertThat(parents(plan, "app-1-1")).containsExactly("tools-1-1");
            assertThat(originals(plan, "tools-1-1")).containsExactly("base-1-1");
            assertThat(rebuilt(plan)).containsExactly("tools-1-1", "app-1-1");
        }
    }

    /** D3: the original would ask for tools and base 30 times for each of the ten images, 600 times altogether. */
    @Test
    void each_image_is_looked_up_once_and_resolved_once_however_many_rpms_and_images_lead_to_it() {
        String[] names = IntStream.range(0, 30).mapToObj(at -> "rpm" + at).toArray(String[]::new);
        String[] contained =
                List.of(names).stream().map(name -> name + "-1-1.x86_64").toArray(String[]::new);
        String[] fixed = List.of(names).stream().map(name -> name + "-2-1").toArray(String[]::new);
        for (int at = 0; at < 10; at++) {
            world.with(repository("leaf" + at))
                    .with(affected("leaf" + at + "-1-1").containing(contained).record(), "tools-1-1");
        }
        world.with(image("tools-1-1").containing(contained).record(), "base-1-1")
                .with(image("base-1-1").containing(contained).record());

        assertThat(rebuilt(plan(fixing(fixed)))).hasSize(12);

        assertThat(world.lookedUp()).extracting(Nvr::value).containsExactly("tools-1-1", "base-1-1");
        assertThat(world.resolved()).hasSize(12).doesNotHaveDuplicates();
    }

    @Test
    void all_stages_of_an_image_are_waited_for_and_the_last_one_stands_first() {
        world.with(affected("app-1-1").record(), "runtime-1-1", "compiler-1-1", "assets-1-1")
                .with(image("runtime-1-1").containing("tls-1-1.x86_64").record())
                .with(image("compiler-1-1").containing("tls-1-1.x86_64").record())
                .with(image("assets-1-1").containing("perl-1-1.x86_64").record());

        ImagePlan plan = plan(TLS);

        assertThat(parents(plan, "app-1-1")).containsExactly("runtime-1-1", "compiler-1-1");
        assertThat(originals(plan, "app-1-1")).containsExactly("assets-1-1");
        assertThat(plan.batches())
                .containsExactly(List.of(new Nvr("compiler-1-1"), new Nvr("runtime-1-1")), List.of(new Nvr("app-1-1")));
    }

    @Test
    void what_the_metadata_says_of_the_last_stage_wins_over_what_the_build_says() {
        world.with(affected("app-1-1").from("new-1-1").record(), "old-1-1", "compiler-1-1")
                .with(image("new-1-1").containing("perl-1-1.x86_64").record())
                .with(image("old-1-1").containing("tls-1-1.x86_64").record())
                .with(image("compiler-1-1").containing("tls-1-1.x86_64").record());

        assertThat(parents(plan(TLS), "app-1-1")).containsExactly("compiler-1-1");
        assertThat(originals(plan(TLS), "app-1-1")).containsExactly("new-1-1");
    }

    @Test
    void a_parent_that_is_a_hotfix_stays_as_it_is() {
        world.with(affected("app-1-1").record(), "tools-1-1")
                .with(affected("tools-1-1").label("com.redhat.hotfix", "").record(), "base-1-1")
                .with(affected("base-1-1").record());

        ImagePlan plan = plan(TLS);

        assertThat(rebuilt(plan)).containsExactly("app-1-1");
        assertThat(originals(plan, "app-1-1")).containsExactly("tools-1-1");
        assertThat(declined(plan)).containsExactly(entry("tools-1-1", Reason.of(ReasonCode.HOTFIX)));
    }

    @Test
    void a_parent_is_rebuilt_for_what_is_built_from_it_although_rules_object_to_it_by_itself() {
        world.with(affected("app-1-1").record(), "web-1-1")
                .with(affected("web-1-1").record());
        Reason blocked = Reason.of(ReasonCode.BLOCKED);

        ImagePlan plan = plan(Questions.objecting(
                TLS, (image, _) -> image.nvr().name().equals("web") ? Optional.of(blocked) : Optional.empty()));

        assertThat(rebuilt(plan)).containsExactly("web-1-1", "app-1-1");
        assertThat(node(plan, "web-1-1").directly()).isFalse();
        assertThat(declined(plan)).isEmpty();
    }

    private ImagePlan plan(ImageQuestion question) {
        return new ImagePlanner(world, world, ImageSettings.DEFAULT).plan(question);
    }
}
