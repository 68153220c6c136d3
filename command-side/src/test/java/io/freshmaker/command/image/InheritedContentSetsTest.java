package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.TLS;
import static io.freshmaker.command.image.Questions.repository;
import static io.freshmaker.command.image.Shown.contentSets;
import static io.freshmaker.command.image.SomeImage.affected;
import static io.freshmaker.command.image.SomeImage.image;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What images get RPMs from that do not say so themselves (spec §7.1, 3, and §7.4). */
class InheritedContentSetsTest {
    private final ImageWorld world = new ImageWorld()
            .with(repository("httpd"))
            .with(repository("perl"))
            .with(repository("ruby"))
            .with(affected("httpd-2.4-12").contentSets("base-rpms", "web-rpms").record(), "s2i-base-1-10")
            .with(affected("perl-5.7-1").record(), "s2i-base-1-2")
            .with(affected("ruby-2.5-1").record(), "s2i-base-1-1")
            .with(without("s2i-base-1-10").record(), "s2i-core-1-11")
            .with(without("s2i-core-1-11").record());

    @Test
    void they_are_an_images_own_else_those_of_the_next_lower_release_else_those_of_what_is_built_from_it() {
        world.with(without("s2i-base-1-2").contentSets("lower-rpms").record(), "s2i-core-1-11")
                .with(without("s2i-base-1-1").contentSets("lowest-rpms").record(), "s2i-core-1-11");

        assertThat(contentSets(plan(), "httpd-2.4-12")).containsExactly("base-rpms", "web-rpms");
        assertThat(contentSets(plan(), "s2i-base-1-10")).containsExactly("lower-rpms");
        assertThat(contentSets(plan(), "s2i-core-1-11")).containsExactly("lower-rpms");
    }

    @Test
    void where_no_lower_release_has_any_they_are_those_of_the_first_image_that_is_built_from_it() {
        world.with(without("s2i-base-1-2").record(), "s2i-core-1-11")
                .with(without("s2i-base-1-1").record(), "s2i-core-1-11");

        assertThat(contentSets(plan(), "s2i-base-1-10")).containsExactly("base-rpms", "web-rpms");
        assertThat(contentSets(plan(), "s2i-core-1-11")).containsExactly("base-rpms", "web-rpms");
    }

    private static SomeImage without(String nvr) {
        return image(nvr)
                .in("repo/" + nvr.substring(0, nvr.indexOf("-1-")), "old")
                .containing("tls-1-1.x86_64")
                .contentSets();
    }

    private ImagePlan plan() {
        return new ImagePlanner(world, world, ImageSettings.DEFAULT).plan(TLS);
    }
}
