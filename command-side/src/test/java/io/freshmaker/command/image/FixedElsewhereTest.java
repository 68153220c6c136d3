package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.TLS;
import static io.freshmaker.command.image.Questions.fixing;
import static io.freshmaker.command.image.Questions.repository;
import static io.freshmaker.command.image.Shown.declined;
import static io.freshmaker.command.image.Shown.originals;
import static io.freshmaker.command.image.Shown.parents;
import static io.freshmaker.command.image.Shown.rebuilt;
import static io.freshmaker.command.image.SomeImage.affected;
import static io.freshmaker.command.image.SomeImage.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.port.ImageRecord.Placement;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Parents that somebody fixed and published already are used and not rebuilt (spec §7.5). Only {@code app} is searched for. */
class FixedElsewhereTest {
    private final ImageWorld world = new ImageWorld()
            .with(repository("app"))
            .with(affected("app-1-1").record(), "tools-1-1")
            .with(published("tools-1-1").record(), "base-1-1")
            .with(published("base-1-1").record());

    @Test
    void without_a_fixed_release_everything_is_rebuilt() {
        assertThat(rebuilt(plan(TLS))).containsExactly("base-1-1", "tools-1-1", "app-1-1");
    }

    @Test
    void an_image_is_built_from_the_fixed_release_and_nothing_above_it_is_rebuilt() {
        world.with(fixed("tools-1-2").record());

        ImagePlan plan = plan(TLS);

        Reason reason = Reason.of(ReasonCode.FIXED_ELSEWHERE, "fixed", "tools-1-2");
        assertThat(rebuilt(plan)).containsExactly("app-1-1");
        assertThat(originals(plan, "app-1-1")).containsExactly("tools-1-2");
        assertThat(declined(plan)).containsExactly(entry("base-1-1", reason), entry("tools-1-1", reason));
        assertThat(world.releasesAsked()).containsExactly("tools-1");
    }

    @Test
    void a_fixed_release_of_a_grandparent_is_used_when_the_parent_has_none() {
        world.with(fixed("base-1-2").record());

        assertThat(rebuilt(plan(TLS))).containsExactly("tools-1-1", "app-1-1");
        assertThat(originals(plan(TLS), "tools-1-1")).containsExactly("base-1-2");
    }

    @Test
    void what_is_found_itself_is_rebuilt_and_so_is_everything_between() {
        world.with(repository("base"))
                .with(affected("base-1-1").record())
                .with(fixed("tools-1-2").record());

        assertThat(rebuilt(plan(TLS))).containsExactly("base-1-1", "tools-1-1", "app-1-1");
    }

    @Test
    void only_the_highest_release_counts_as_an_older_one_may_lack_other_fixes() {
        world.with(fixed("tools-1-2").record()).with(published("tools-1-10").record());

        assertThat(rebuilt(plan(TLS))).contains("tools-1-1");
    }

    @Test
    void the_highest_release_is_looked_for_among_those_with_content_sets_of_the_advisory() {
        world.with(fixed("tools-1-2").record())
                .with(published("tools-1-10").contentSets("other-rpms").record());

        assertThat(originals(plan(TLS), "app-1-1")).containsExactly("tools-1-2");
    }

    @Test
    void it_must_lie_in_all_repositories_of_the_group() {
        world.with(published("tools-1-1").in("repo/more").record(), "base-1-1")
                .with(fixed("tools-1-2").record());

        assertThat(rebuilt(plan(TLS))).contains("tools-1-1");

        world.with(fixed("tools-1-2").in("repo/more").in("repo/even-more").record());

        assertThat(rebuilt(plan(TLS))).doesNotContain("tools-1-1");
    }

    @Test
    void it_must_have_all_and_only_the_names_that_the_parent_has_of_the_advisorys() {
        ImageQuestion question = fixing("tls-2-1", "perl-2-1");
        world.with(fixed("tools-1-2")
                .containing("tls-2-1.x86_64", "perl-2-1.x86_64")
                .record());

        assertThat(rebuilt(plan(question))).contains("tools-1-1");

        world.with(
                published("tools-1-1")
                        .containing("tls-1-1.x86_64", "perl-2-1.x86_64")
                        .record(),
                "base-1-1");

        assertThat(rebuilt(plan(question))).doesNotContain("tools-1-1");

        world.with(fixed("tools-1-2").record());

        assertThat(rebuilt(plan(question))).contains("tools-1-1");
    }

    @Test
    void it_must_be_fixed_in_all_architectures() {
        world.with(fixed("tools-1-2").containingOn("s390x", "tls-1-1.s390x").record());

        assertThat(rebuilt(plan(TLS))).contains("tools-1-1");
    }

    /** E4: the original compares the letters of an NVR one by one, finds no module in any, and rebuilds these parents in vain. */
    @Test
    void a_fixed_release_with_rpms_of_a_module_is_recognized() {
        modular()
                .with(fixed("tools-1-2")
                        .containing("tls-2-1.module+el8+2.x86_64")
                        .record());

        assertThat(originals(plan(fixing("tls-2-1.module+el8+2")), "app-1-1")).containsExactly("tools-1-2");
    }

    @Test
    void a_newer_rpm_that_is_of_no_module_does_not_fix_one_that_is() {
        modular().with(fixed("tools-1-2").containing("tls-3-1.x86_64").record());

        assertThat(rebuilt(plan(fixing("tls-2-1.module+el8+2")))).contains("tools-1-1");
    }

    /** E4: the original remembers one NVR for each name, here that for el9, which this one is older than. */
    @Test
    void of_several_rpms_of_one_name_in_the_advisory_each_is_a_fix() {
        world.with(fixed("tools-1-2").containing("tls-2-1.el8.x86_64").record());

        assertThat(originals(plan(fixing("tls-2-1.el8", "tls-2-1.el9")), "app-1-1"))
                .containsExactly("tools-1-2");
    }

    @Test
    void what_nobody_knows_the_content_of_is_neither_fixed_nor_compared() {
        world.with(published("tools-1-2").unknownContent().record());

        assertThat(rebuilt(plan(TLS))).contains("tools-1-1");

        world.with(published("tools-1-1").unknownContent().record(), "base-1-1")
                .with(fixed("tools-1-2").record());

        assertThat(rebuilt(plan(TLS))).contains("tools-1-1");
    }

    @Test
    void it_is_never_lower_than_what_is_in_use() {
        world.with(affected("app-1-1").record(), "tools-1-9")
                .with(image("tools-1-9").containing("tls-1-1.x86_64").record())
                .with(fixed("tools-1-2").record());

        assertThat(parents(plan(TLS), "app-1-1")).containsExactly("tools-1-9");
    }

    private ImageWorld modular() {
        String old = "tls-1-1.module+el8+1.x86_64";
        return world.with(affected("app-1-1").containing(old).record(), "tools-1-1")
                .with(published("tools-1-1").containing(old).record(), "base-1-1");
    }

    private static SomeImage published(String nvr) {
        String name = nvr.substring(0, nvr.indexOf('-'));
        return image(nvr)
                .in(new Placement("registry.example.com", "repo/" + name, true, Set.of()))
                .containing("tls-1-1.x86_64");
    }

    private static SomeImage fixed(String nvr) {
        return published(nvr).containing("tls-2-1.x86_64");
    }

    private ImagePlan plan(ImageQuestion question) {
        return new ImagePlanner(world, world, ImageSettings.DEFAULT).plan(question);
    }
}
