package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.TLS;
import static io.freshmaker.command.image.Questions.fixing;
import static io.freshmaker.command.image.Questions.repository;
import static io.freshmaker.command.image.Shown.declined;
import static io.freshmaker.command.image.Shown.rebuilt;
import static io.freshmaker.command.image.SomeImage.affected;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.wire.Texts;
import org.junit.jupiter.api.Test;

/** Images that somebody asks for by name (spec §7.2, "leaf list"). */
class NamedImagesTest {
    private final ImageWorld world = new ImageWorld().with(repository("app"));

    @Test
    void an_image_that_somebody_names_needs_no_tag_and_no_module() {
        world.with(affected("app-1-1").record())
                .with(affected("lib-1-1").nowhere().record());

        ImagePlan plan = plan(Questions.of(fixing("tls-2-1.module+el8+2"), "lib-1-1"));

        assertThat(rebuilt(plan)).containsExactly("lib-1-1");
        assertThat(declined(plan)).isEmpty();
    }

    @Test
    void an_image_that_somebody_names_must_be_known_contain_the_rpm_and_get_it_from_there() {
        world.with(affected("app-1-1").containing("perl-1-1.x86_64").record())
                .with(affected("lib-1-1").contentSets("other-rpms").record());

        ImagePlan plan = plan(Questions.of(TLS, "lib-1-1", "app-1-1", "unknown-1-1"));

        assertThat(rebuilt(plan)).isEmpty();
        assertThat(declined(plan).values())
                .extracting(Texts::of)
                .containsExactly(
                        "It contains no RPM that RHSA-2026:1 updates.",
                        "It has none of the content sets that advisory 1 is shipped in.",
                        "Cannot resolve the container image: Nobody knows an image unknown-1-1.");
    }

    private ImagePlan plan(ImageQuestion question) {
        return new ImagePlanner(world, world, ImageSettings.DEFAULT).plan(question);
    }
}
