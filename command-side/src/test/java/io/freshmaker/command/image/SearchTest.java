package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.TLS;
import static io.freshmaker.command.image.Questions.fixing;
import static io.freshmaker.command.image.Questions.repository;
import static io.freshmaker.command.image.Shown.declined;
import static io.freshmaker.command.image.Shown.node;
import static io.freshmaker.command.image.Shown.reasonOf;
import static io.freshmaker.command.image.Shown.rebuilt;
import static io.freshmaker.command.image.SomeImage.affected;
import static io.freshmaker.command.image.SomeImage.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.wire.Texts;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which images are found, and why each other one is left alone (spec §7.2). */
class SearchTest {
    private final ImageWorld world = new ImageWorld().with(repository("app"));

    @Test
    void an_image_with_an_older_rpm_is_rebuilt_and_says_which() {
        world.with(affected("app-1-1").record());

        assertThat(node(plan(TLS), "app-1-1").directly()).isTrue();
        assertThat(node(plan(TLS), "app-1-1").reason())
                .isEqualTo(new Reason(
                        ReasonCode.ADVISORY_FIXES,
                        Map.of(
                                "advisory", "1",
                                "name", "RHSA-2026:1",
                                "rpm", "tls",
                                "contained", "tls-1-1",
                                "updated", "tls-2-1")));
    }

    @Test
    void what_is_not_older_is_left_alone() {
        world.with(affected("app-1-1").containing("tls-2-1.x86_64").record());

        assertThat(rebuilt(plan(TLS))).isEmpty();
        assertThat(declined(plan(TLS)))
                .containsExactly(entry(
                        "app-1-1",
                        new Reason(
                                ReasonCode.NOT_OLDER,
                                Map.of(
                                        "update", "RHSA-2026:1",
                                        "rpm", "tls",
                                        "contained", "tls-2-1",
                                        "updated", "tls-2-1"))));
    }

    /** The original looks into the record that comes first, of one architecture. */
    @Test
    void an_rpm_that_is_older_in_one_architecture_is_enough() {
        world.with(affected("app-1-1")
                .containingOn("amd64", "tls-2-1.x86_64")
                .containingOn("s390x", "tls-1-1.s390x")
                .record());

        assertThat(rebuilt(plan(TLS))).containsExactly("app-1-1");
    }

    @Test
    void of_several_versions_in_an_advisory_one_that_is_newer_is_enough_but_what_is_among_them_is_fixed() {
        world.with(repository("old")).with(affected("old-1-1").record());
        world.with(affected("app-1-1").containing("tls-2-1.el8.x86_64").record());

        ImagePlan plan = plan(fixing("tls-2-1.el8", "tls-2-1.el9"));

        assertThat(rebuilt(plan)).containsExactly("old-1-1");
        assertThat(reasonOf(plan, "app-1-1").code()).isEqualTo(ReasonCode.NOT_OLDER);
    }

    /** E14: the original keeps such an image, and logs at the same moment that it will not rebuild it. */
    @Test
    void an_image_of_which_nobody_knows_the_content_is_rebuilt_and_says_so() {
        world.with(affected("app-1-1").unknownContent().record());

        ImagePlan plan = plan(TLS);

        assertThat(rebuilt(plan)).containsExactly("app-1-1");
        assertThat(declined(plan)).isEmpty();
        assertThat(Texts.of(node(plan, "app-1-1").reason()))
                .isEqualTo("Nobody knows what it contains, so it may need advisory RHSA-2026:1.");
    }

    @Test
    void an_rpm_of_a_module_is_no_older_release_of_one_that_is_not() {
        world.with(affected("app-1-1").record());
        world.with(repository("other"))
                .with(affected("other-1-1")
                        .containing("tls-1-1.module+el8+1.x86_64")
                        .record());

        ImagePlan plan = plan(fixing("tls-2-1.module+el8+2"));

        assertThat(rebuilt(plan)).containsExactly("other-1-1");
        assertThat(reasonOf(plan, "app-1-1").code()).isEqualTo(ReasonCode.OTHER_MODULE_STREAM);
        assertThat(reasonOf(plan, "app-1-1").fact("contained")).isEqualTo("tls-1-1");
    }

    /** The original asks both questions one after the other, of different RPMs, and rebuilds this image in vain. */
    @Test
    void the_rpm_that_is_older_is_the_one_that_must_be_of_the_same_kind() {
        world.with(affected("app-1-1")
                .containing("tls-1-1.x86_64", "perl-2-1.module+el8+2.x86_64")
                .record());

        ImagePlan plan = plan(fixing("tls-2-1.module+el8+2", "perl-2-1.module+el8+2"));

        assertThat(rebuilt(plan)).isEmpty();
        assertThat(reasonOf(plan, "app-1-1").code()).isEqualTo(ReasonCode.OTHER_MODULE_STREAM);
    }

    @Test
    void an_image_that_gets_nothing_from_where_the_advisory_is_shipped_is_left_alone() {
        world.with(affected("app-1-1").contentSets("other-rpms", "more-rpms").record());

        assertThat(declined(plan(TLS)))
                .containsExactly(entry(
                        "app-1-1",
                        new Reason(
                                ReasonCode.OTHER_CONTENT_SETS,
                                Map.of("advisory", "1", "content_sets", "more-rpms, other-rpms"))));
    }

    @Test
    void the_tag_must_be_one_of_the_repository_that_has_it() {
        world.with(new ImageRepository("registry.example.com", "repo/lib", true, Set.of(), Set.of("stable", "1")))
                .with(image("lib-1-1")
                        .in("repo/lib", "latest") // is a tag for rebuilds in repo/app
                        .containing("tls-1-1.x86_64")
                        .record());

        assertThat(declined(plan(TLS)))
                .containsExactly(entry(
                        "lib-1-1",
                        new Reason(
                                ReasonCode.NO_AUTO_REBUILD_TAG,
                                Map.of("repository", "repo/lib", "tags", "1, stable"))));
    }

    @Test
    void a_tag_in_a_registry_that_builds_are_pushed_to_does_not_count() {
        world.with(affected("app-1-1")
                .nowhere()
                .in(new Placement("builds.example.com", "repo/app", true, Set.of("latest")))
                .record());
        var settings = new ImageSettings(false, false, Set.of("builds.example.com"));

        assertThat(rebuilt(plan(TLS))).containsExactly("app-1-1");
        assertThat(rebuilt(new ImagePlanner(world, world, settings).plan(TLS))).isEmpty();
    }

    @Test
    void a_tag_where_the_image_is_not_published_does_not_count_but_in_an_exception() {
        world.with(affected("app-1-1")
                .nowhere()
                .in(new Placement("registry.example.com", "repo/app", false, Set.of("latest")))
                .record());

        assertThat(reasonOf(plan(TLS), "app-1-1").code()).isEqualTo(ReasonCode.NO_AUTO_REBUILD_TAG);
        assertThat(rebuilt(plan(Questions.withUnpublished(TLS)))).containsExactly("app-1-1");
    }

    @Test
    void in_repositories_without_tags_for_rebuilds_nothing_is_looked_for() {
        ImageWorld none = new ImageWorld()
                .with(new ImageRepository("registry.example.com", "repo/app", true, Set.of(), Set.of()))
                .with(affected("app-1-1").record());

        ImagePlan plan = new ImagePlanner(none, none, ImageSettings.DEFAULT).plan(TLS);

        assertThat(rebuilt(plan)).isEmpty();
        assertThat(declined(plan)).isEmpty();
    }

    @Test
    void with_unpublished_ones_only_the_highest_release_of_each_version_counts() {
        world.with(affected("app-1-9").record())
                .with(affected("app-1-10").record())
                .with(affected("app-2-1").record());

        ImagePlan plan = plan(Questions.withUnpublished(TLS));

        assertThat(rebuilt(plan)).containsExactly("app-1-10", "app-2-1");
        assertThat(declined(plan))
                .containsExactly(entry("app-1-9", Reason.of(ReasonCode.NOT_LATEST, "instead", "app-1-10")));
    }

    @Test
    void rules_are_asked_with_the_repository_whose_tag_the_image_has() {
        world.with(affected("app-1-1").in("repo/unknown", "latest").record());
        Reason blocked = Reason.of(ReasonCode.BLOCKED, "rule", "block.global");
        List<String> asked = new ArrayList<>();

        ImagePlan plan = plan(Questions.objecting(TLS, (image, repository) -> {
            asked.add(image.nvr() + " in " + (repository == null ? "none" : repository.name()));
            return Optional.of(blocked);
        }));

        assertThat(asked).containsExactly("app-1-1 in repo/app");
        assertThat(declined(plan)).containsExactly(entry("app-1-1", blocked));
    }

    @Test
    void hotfixes_are_never_rebuilt() {
        world.with(affected("app-1-1").label("com.redhat.hotfix", "false").record());

        assertThat(declined(plan(TLS))).containsExactly(entry("app-1-1", Reason.of(ReasonCode.HOTFIX)));
    }

    @Test
    void what_was_rebuilt_for_the_advisory_is_left_alone() {
        world.with(affected("app-1-1").record());
        Reason done = Reason.of(ReasonCode.ALREADY_REBUILT, "rebuilt", "app-1-1.123");
        ImageQuestion question = Questions.after(TLS, Map.of(new Nvr("app-1-1"), done));

        assertThat(declined(plan(question))).containsExactly(entry("app-1-1", done));
        assertThat(declined(plan(Questions.of(question, "app-1-1")))).containsExactly(entry("app-1-1", done));
    }

    private ImagePlan plan(ImageQuestion question) {
        return new ImagePlanner(world, world, ImageSettings.DEFAULT).plan(question);
    }
}
