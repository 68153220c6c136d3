package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.TLS;
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
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One release of each group, and everything that is built from another one built from it (spec §7.4, whose examples these are). */
class OneReleaseTest {
    private static final ImageSettings RELEASED_ONLY = new ImageSettings(true, false, Set.of());

    private final ImageWorld world = new ImageWorld();

    @Test
    void both_lists_use_the_highest_release_of_each_group() {
        list("httpd-2.4-12", "s2i-base-1-10", "s2i-core-1-11", "rhel-server-docker-7.4-125");
        list("perl-5.7-1", "s2i-base-1-2", "s2i-core-1-2", "rhel-server-docker-7.4-150");

        ImagePlan plan = plan(ImageSettings.DEFAULT);

        assertThat(plan.batches())
                .containsExactly(
                        nvrs("rhel-server-docker-7.4-150"),
                        nvrs("s2i-core-1-11"),
                        nvrs("s2i-base-1-10"),
                        nvrs("httpd-2.4-12", "perl-5.7-1"));
        assertThat(parents(plan, "s2i-core-1-11")).containsExactly("rhel-server-docker-7.4-150");
        assertThat(parents(plan, "perl-5.7-1")).containsExactly("s2i-base-1-10");
        assertThat(declined(plan))
                .containsExactly(
                        entry("rhel-server-docker-7.4-125", instead("rhel-server-docker-7.4-150")),
                        entry("s2i-base-1-2", instead("s2i-base-1-10")),
                        entry("s2i-core-1-2", instead("s2i-core-1-11")));
    }

    @Test
    void what_is_newer_than_the_released_one_stays_where_it_is_used_and_what_is_older_becomes_it() {
        lists_with_a_released_base();

        ImagePlan plan = plan(ImageSettings.DEFAULT);

        assertThat(parents(plan, "httpd-2.4-12")).containsExactly("s2i-base-1-10");
        assertThat(parents(plan, "perl-5.7-1")).containsExactly("s2i-base-1-2");
        assertThat(parents(plan, "ruby-2.5-1")).containsExactly("s2i-base-1-2");
        assertThat(declined(plan)).contains(entry("s2i-base-1-1", instead("s2i-base-1-2")));
    }

    @Test
    void with_released_ones_only_even_what_is_newer_becomes_the_released_one() {
        lists_with_a_released_base();

        ImagePlan plan = plan(RELEASED_ONLY);

        assertThat(parents(plan, "httpd-2.4-12")).containsExactly("s2i-base-1-2");
        assertThat(parents(plan, "ruby-2.5-1")).containsExactly("s2i-base-1-2");
        assertThat(declined(plan)).contains(entry("s2i-base-1-10", instead("s2i-base-1-2")));
    }

    private void lists_with_a_released_base() {
        list("httpd-2.4-12", "s2i-base-1-10", "s2i-core-1-11");
        list("perl-5.7-1", "s2i-base-1-2", "s2i-core-1-2");
        list("ruby-2.5-1", "s2i-base-1-1", "s2i-core-1-2");
        world.with(repository("s2i-base")).with(affected("s2i-base-1-2").record(), "s2i-core-1-2");
    }

    @Test
    void a_beta_is_not_released() {
        list("httpd-2.4-12", "s2i-base-1-1");
        world.with(repository("s2i-base", "Beta")).with(affected("s2i-base-1-2").record());

        assertThat(rebuilt(plan(RELEASED_ONLY))).containsExactly("s2i-base-1-2", "httpd-2.4-12");

        list("perl-5.7-1", "s2i-base-1-3");

        assertThat(rebuilt(plan(RELEASED_ONLY))).containsExactly("s2i-base-1-3", "httpd-2.4-12", "perl-5.7-1");
    }

    /** The original keeps all of them, so that the same image is built several times for one advisory. */
    @Test
    void of_several_that_are_newer_than_the_released_one_the_highest_stays() {
        lists_with_a_released_base();
        list("php-7-1", "s2i-base-1-9", "s2i-core-1-11");

        assertThat(parents(plan(ImageSettings.DEFAULT), "php-7-1")).containsExactly("s2i-base-1-10");
    }

    @Test
    void other_versions_are_other_groups() {
        list("httpd-2.4-12", "s2i-base-1-10");
        list("perl-5.7-1", "s2i-base-2-2");

        ImagePlan plan = plan(ImageSettings.DEFAULT);

        assertThat(parents(plan, "httpd-2.4-12")).containsExactly("s2i-base-1-10");
        assertThat(parents(plan, "perl-5.7-1")).containsExactly("s2i-base-2-2");
    }

    @Test
    void the_same_name_and_version_in_other_repositories_is_another_group() {
        list("httpd-2.4-12", "s2i-base-1-10");
        list("perl-5.7-1", "s2i-base-1-2");
        world.with(image("s2i-base-1-2")
                .in("other/s2i-base")
                .containing("tls-1-1.x86_64")
                .record());

        assertThat(parents(plan(ImageSettings.DEFAULT), "perl-5.7-1")).containsExactly("s2i-base-1-2");
    }

    @Test
    void a_rebuild_of_ours_that_lies_nowhere_belongs_where_its_original_lies() {
        list("httpd-2.4-12", "s2i-base-1-10");
        world.with(repository("perl"))
                .with(affected("perl-5.7-1").record(), "s2i-base-1-10.1571.1572631468.dev")
                .with(image("s2i-base-1-10.1571.1572631468.dev")
                        .containing("tls-1-1.x86_64")
                        .record());

        ImagePlan plan = plan(ImageSettings.DEFAULT);

        assertThat(parents(plan, "httpd-2.4-12")).containsExactly("s2i-base-1-10.1571.1572631468.dev");
        assertThat(rebuilt(plan)).doesNotContain("s2i-base-1-10");
    }

    @Test
    void when_the_newest_sits_on_another_parent_the_old_list_takes_its_tail() {
        list("httpd-2.4-12", "s2i-base-1-10", "foo-7.4-125");
        list("perl-5.7-1", "s2i-base-1-2", "rhel-server-docker-7.4-150");

        ImagePlan plan = plan(ImageSettings.DEFAULT);

        assertThat(rebuilt(plan)).containsExactly("foo-7.4-125", "s2i-base-1-10", "httpd-2.4-12", "perl-5.7-1");
        assertThat(declined(plan))
                .containsExactly(
                        entry("rhel-server-docker-7.4-150", instead("foo-7.4-125")),
                        entry("s2i-base-1-2", instead("s2i-base-1-10")));
    }

    /** In the original's list the old base stays behind the new s2i-base, which is not built from it, and is rebuilt in vain. */
    @Test
    void what_only_a_replaced_release_was_built_from_is_not_rebuilt() {
        list("httpd-2.4-12", "s2i-base-1-10", "rhel-server-docker-7.4-150");
        list("perl-5.7-1", "s2i-base-1-2", "rhel-server-docker-7.4-125", "scratch-1-1");
        world.with(
                image("rhel-server-docker-7.4-150").containing("tls-2-1.x86_64").record());

        ImagePlan plan = plan(ImageSettings.DEFAULT);

        Reason fixed = Reason.of(ReasonCode.FIXED_ELSEWHERE, "fixed", "rhel-server-docker-7.4-150");
        assertThat(rebuilt(plan)).containsExactly("s2i-base-1-10", "httpd-2.4-12", "perl-5.7-1");
        assertThat(originals(plan, "s2i-base-1-10")).containsExactly("rhel-server-docker-7.4-150");
        assertThat(declined(plan)).contains(entry("rhel-server-docker-7.4-125", fixed), entry("scratch-1-1", fixed));
    }

    @Test
    void a_release_that_takes_the_place_of_one_that_was_found_counts_as_found() {
        list("httpd-2.4-12", "s2i-base-1-10");
        world.with(repository("s2i-base", "Beta")).with(affected("s2i-base-1-2").record());

        assertThat(node(plan(ImageSettings.DEFAULT), "s2i-base-1-10").directly())
                .isTrue();
    }

    /** D4: in a list that is changed in place, nobody could say which one is built first. */
    @Test
    void a_release_that_is_built_from_an_older_one_of_its_group_does_not_take_its_place() {
        list("httpd-2.4-12", "s2i-base-1-10", "s2i-base-1-9");

        ImagePlan plan = plan(ImageSettings.DEFAULT);

        assertThat(rebuilt(plan)).containsExactly("s2i-base-1-9", "s2i-base-1-10", "httpd-2.4-12");
    }

    @Test
    void groups_that_were_built_from_each_other_in_turn_stay_as_they_are_and_others_do_not() {
        list("httpd-2.4-12", "tools-1-3", "base-1-2", "tools-1-1", "rhel-server-docker-7.4-125");
        list("perl-5.7-1", "base-1-1", "rhel-server-docker-7.4-150");

        ImagePlan plan = plan(ImageSettings.DEFAULT);

        assertThat(rebuilt(plan))
                .containsExactly(
                        "rhel-server-docker-7.4-150",
                        "tools-1-1",
                        "base-1-2",
                        "perl-5.7-1",
                        "tools-1-3",
                        "httpd-2.4-12");
    }

    /** Each built from the next. The first is found; the others have no tag for rebuilds. All have the old RPM. */
    private void list(String... images) {
        world.with(repository(new Nvr(images[0]).name()));
        for (int at = 0; at < images.length; at++) {
            SomeImage image = affected(images[at]);
            if (at > 0) image.nowhere().in("repo/" + new Nvr(images[at]).name(), "old");
            if (at + 1 < images.length) world.with(image.record(), images[at + 1]);
            else world.with(image.record());
        }
    }

    private ImagePlan plan(ImageSettings settings) {
        return new ImagePlanner(world, world, settings).plan(TLS);
    }

    private static Reason instead(String nvr) {
        return Reason.of(ReasonCode.NOT_LATEST, "instead", nvr);
    }

    private static List<Nvr> nvrs(String... nvrs) {
        return List.of(nvrs).stream().map(Nvr::new).toList();
    }
}
