package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What builds say of how they were built (spec §7.1). */
class KojiImageBuildsTest {

    private static final Nvr SHELF = new Nvr("shelf-1-1");
    private static final String URL = "git://pkgs.example/containers/shelf?#c0ffee";

    private final FakeKojiHub fake = new FakeKojiHub();
    private final KojiImageBuilds builds = new KojiImageBuilds(Kojis.hub(fake));

    @BeforeEach
    void archives() {
        fake.answer("listArchives", _ -> List.of(archive("s390x"), archive("ppc64le"), Map.of("id", 9)));
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void everything_that_the_build_and_its_task_say_is_told() {
        fake.add(URL, "target1", Map.of("git_branch", "mybranch"));
        fake.build(
                4,
                "shelf-1-1",
                Map.of(
                        "extra",
                        Map.of(
                                "container_koji_task_id",
                                1L,
                                "image",
                                Map.of(
                                        "odcs",
                                        Map.of("compose_ids", List.of(7300L, 7301L)),
                                        "flatpak",
                                        true,
                                        "parent_build_id",
                                        9L,
                                        "parent_image_builds",
                                        Map.of("r/b:1", Map.of("id", 9L, "nvr", "base-7-1"))))));

        assertThat(shelf())
                .isEqualTo(new BuiltImage(
                        SHELF,
                        new Source("containers/shelf", "mybranch", "c0ffee", "target1"),
                        List.of(new Nvr("base-7-1")),
                        false,
                        List.of("ppc64le", "s390x"),
                        List.of(7300L, 7301L),
                        true,
                        null));
    }

    @Test
    void a_base_image_has_a_task_that_made_its_file_system_and_the_branch_may_be_unknown() {
        fake.add(URL, "target1");
        fake.build(4, "shelf-1-1", Map.of("task_id", 1L, "extra", Map.of("filesystem_koji_task_id", 12345L)));

        assertThat(shelf().base()).isTrue();
        assertThat(shelf().parents()).isEmpty();
        assertThat(shelf().source().branch()).isEqualTo("unknown");
        assertThat(shelf().flaw()).isNull();
    }

    @Test
    void the_commit_of_the_build_wins_over_the_branch_of_the_task() {
        fake.add("git://pkgs.example/containers/shelf#origin/master", "target1");
        fake.build(4, "shelf-1-1", Map.of("task_id", 1L, "source", URL));

        assertThat(shelf().source().commit()).isEqualTo("c0ffee");
    }

    @Test
    void an_image_without_a_commit_or_a_task_has_a_flaw_and_is_asked_about_again() {
        fake.add("git://pkgs.example/containers/shelf#origin/master", "target1");
        fake.build(4, "shelf-1-1", Map.of("task_id", 1L));
        fake.build(5, "lost-1-1", Map.of("task_id", 77L));

        assertThat(shelf().flaw()).isEqualTo("Koji does not say from which commit shelf-1-1 was built.");
        assertThat(shelf().source()).isEqualTo(new Source("containers/shelf", "unknown", null, "target1"));
        assertThat(builds.built(List.of(new Nvr("lost-1-1"))).values())
                .extracting(BuiltImage::flaw)
                .containsExactly("Koji does not know the task that built lost-1-1.");

        fake.build(4, "shelf-1-1", Map.of("task_id", 1L, "source", URL));
        assertThat(shelf().flaw()).isNull();
    }

    @Test
    void what_is_known_is_not_asked_for_again() {
        fake.add(URL, "target1");
        fake.build(4, "shelf-1-1", Map.of("task_id", 1L));
        shelf();
        int before = fake.requests();

        shelf();

        assertThat(fake.requests()).isEqualTo(before);
    }

    @Test
    void a_thousand_images_take_some_dozens_of_requests() {
        Map<String, Object> more = new HashMap<>(Map.of("task_id", 1L));
        fake.add(URL, "target1");
        IntStream.range(0, 1_000).forEach(at -> fake.build(10L + at, "image-1-" + at, more));

        assertThat(builds.built(IntStream.range(0, 1_000)
                        .mapToObj(at -> new Nvr("image-1-" + at))
                        .toList()))
                .hasSize(1_000);
        assertThat(fake.requests()).isLessThanOrEqualTo(10 + 1 + 20);
    }

    @Test
    void the_builds_in_an_image_are_those_of_the_rpms_in_all_its_archives() {
        fake.build(4, "shelf-1-1", Map.of());
        fake.build(20, "tls-3.2-2", Map.of());
        fake.answer("listArchives", _ -> List.of(Map.of("id", 1), Map.of("id", 2)));
        fake.answer(
                "listRPMs", _ -> List.of(Map.of("build_id", 20), Map.of("build_id", 0), Map.of("build_id", Nil.NIL)));
        KojiImagePackages packages = new KojiImagePackages(Kojis.hub(fake));

        assertThat(packages.buildsIn(SHELF)).containsExactly(new Nvr("tls-3.2-2"));
        assertThat(packages.buildsIn(new Nvr("no-1-1"))).isEmpty();
    }

    private BuiltImage shelf() {
        return Objects.requireNonNull(builds.built(List.of(SHELF)).get(SHELF));
    }

    private static Map<String, Object> archive(String arch) {
        return Map.of("extra", Map.of("image", Map.of("arch", arch)));
    }
}
