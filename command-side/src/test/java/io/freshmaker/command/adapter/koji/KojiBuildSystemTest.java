package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Source;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KojiBuildSystemTest {

    private static final BuildRequest REQUEST = BuildRequests.image(11);
    static final String URL = Kojis.SOURCES + "/containers/shelf#c0ffee";

    private final FakeKojiHub hub = new FakeKojiHub();
    private final KojiBuildSystem koji = Kojis.system(hub.url());

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_rebuild_is_isolated_and_has_the_release_that_was_chosen() {
        String id = koji.submit(REQUEST);

        assertThat(hub.task(Long.parseLong(id)).request)
                .isEqualTo(List.of(
                        URL,
                        "f40-candidate",
                        Map.of(
                                "scratch", false,
                                "git_branch", "f40",
                                "isolated", true,
                                "koji_parent_build", "tools-3-4",
                                "release", "9.1700000000")));
    }

    /** The call that the original was observed to make for an advisory (spec §16). */
    @Test
    void a_rebuild_for_an_advisory_has_all_that_was_prepared_for_it() {
        koji.submit(prepared(List.of("x86_64"), true, List.of(7300L), List.of(), List.of(5L)));

        assertThat(hub.task(1).request.get(2))
                .isEqualTo(Map.of(
                        "scratch",
                        false,
                        "git_branch",
                        "f40",
                        "compose_ids",
                        List.of(5L, 7300L),
                        "flatpak",
                        true,
                        "isolated",
                        true,
                        "arch_override",
                        "x86_64",
                        "release",
                        "9.1700000000"));
    }

    @Test
    void repositories_and_several_architectures_are_handed_over_and_no_compose_twice() {
        koji.submit(prepared(
                List.of("s390x", "x86_64"),
                false,
                List.of(7300L, 5L),
                List.of("https://repos.example.com/base.repo"),
                List.of(5L, 6L)));

        assertThat(hub.task(1).request.get(2))
                .isEqualTo(Map.of(
                        "scratch",
                        false,
                        "git_branch",
                        "f40",
                        "yum_repourls",
                        List.of("https://repos.example.com/base.repo"),
                        "compose_ids",
                        List.of(5L, 6L, 7300L),
                        "isolated",
                        true,
                        "arch_override",
                        "s390x x86_64",
                        "release",
                        "9.1700000000"));
    }

    private static BuildRequest prepared(
            List<String> arches, boolean flatpak, List<Long> renewed, List<String> repositories, List<Long> composes) {
        return new BuildRequest(
                REQUEST.build(),
                7,
                11,
                REQUEST.artifact(),
                REQUEST.reason(),
                REQUEST.rebuiltNvr(),
                List.of(),
                REQUEST.intended(),
                null,
                List.of(),
                new Preparation(arches, flatpak, true, renewed, repositories, List.of(), 28484L, null),
                composes);
    }

    @Test
    void of_several_parents_the_one_that_koji_knows_as_the_base_is_named() {
        hub.build(
                4,
                Objects.requireNonNull(REQUEST.artifact().originalNvr()),
                Map.of(
                        "extra",
                        Map.of(
                                "image",
                                Map.of(
                                        "parent_build_id",
                                        3L,
                                        "parent_image_builds",
                                        Map.of("registry/base:2", Map.of("id", 3L, "nvr", "base-2-0"))))));

        koji.submit(REQUEST);

        assertThat(String.valueOf(hub.task(1).request)).contains("koji_parent_build=base-2-1");
    }

    @Test
    void an_image_known_by_its_repository_only_is_built_from_the_head_without_a_release() {
        Source head = new Source("containers/shelf", "f40", null, "f40-candidate");
        BuildRequest request = request(Artifact.image("shelf", head), null, List.of("not an nvr"), List.of());

        koji.submit(request);

        assertThat(hub.task(1).request)
                .isEqualTo(List.of(
                        Kojis.SOURCES + "/containers/shelf#0123abc",
                        "f40-candidate",
                        Map.of("scratch", false, "git_branch", "f40")));
        hub.add(Kojis.SOURCES + "/containers/shelf#fedcba9", "f40-candidate", Map.of("git_branch", "f41"));
        assertThat(koji.find(request)).as("whatever the head was").contains("1");
    }

    @Test
    void what_lacks_a_target_or_a_setting_is_refused_and_koji_is_not_asked() {
        Source homeless = new Source("containers/shelf", "f40", "c0ffee", null);
        ContainerOrder unset = new ContainerOrder(
                Kojis.hub(hub.url(), Login.NONE), Kojis.git("0"), new Sources(""), Kojis.ROOT, false);

        assertThatThrownBy(() -> koji.submit(request(Artifact.image("shelf", homeless), null, List.of(), List.of())))
                .isInstanceOf(Refused.class)
                .hasMessage("Koji needs a target, and none is known for containers/shelf");
        assertThatThrownBy(() -> unset.of(REQUEST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.dist-git.base-url");
        assertThat(hub.requests()).isZero();
    }

    @Test
    void a_task_whose_answer_was_lost_is_found_by_another_process_and_not_submitted_again() {
        hub.loseAnswers(1);
        assertThatThrownBy(() -> koji.submit(REQUEST)).isInstanceOf(Unavailable.class);
        assertThat(hub.taskIds()).containsExactly(1L);

        assertThat(Kojis.system(hub.url()).find(REQUEST)).contains("1");
    }

    @Test
    void only_a_task_of_the_same_sources_target_release_and_time_is_ours() {
        Map<String, Object> options = Map.of("git_branch", "f40", "release", "9.1700000000");
        hub.at(REQUEST.intended().minus(Duration.ofMinutes(2)));
        hub.add(URL, "f40-candidate", options);
        hub.at(REQUEST.intended().minus(Duration.ofSeconds(30)));
        hub.add(URL, "f41-candidate", options);
        hub.add(Kojis.SOURCES + "/containers/other#c0ffee", "f40-candidate", options);
        hub.add(Kojis.SOURCES + "/containers/shelf#c0ffef", "f40-candidate", options);
        hub.add(URL, "f40-candidate", Map.of("git_branch", "f40", "release", "9.1700000001"));
        hub.add(URL, "f40-candidate", Map.of("git_branch", "f40"));
        hub.add("something else", "f40-candidate");
        assertThat(koji.find(REQUEST)).isEmpty();

        long ours = hub.add(URL, "f40-candidate", options).id;
        assertThat(koji.find(REQUEST)).contains(Long.toString(ours));
        BuildRequest next = request(REQUEST.artifact(), REQUEST.rebuiltNvr(), List.of(), List.of(Long.toString(ours)));
        assertThat(koji.find(next)).as("an earlier attempt").isEmpty();
    }

    @Test
    void a_task_is_found_behind_many_others() {
        hub.add(URL, "f40-candidate", Map.of("release", "9.1700000000"));
        IntStream.range(0, 450).forEach(i -> hub.add(URL, "f40-candidate", Map.of("release", "9." + i)));

        assertThat(koji.find(REQUEST)).contains("1");
    }

    @Test
    void only_a_task_that_is_going_on_is_canceled_and_nothing_else_logs_in() {
        koji.cancel(BuildRequests.taken(REQUEST, "77"));
        koji.cancel(BuildRequests.taken(REQUEST, "None"));
        assertThat(hub.methods()).doesNotContain("sslLogin");

        hub.add(URL, "t");
        koji.cancel(BuildRequests.taken(REQUEST, "1"));
        koji.cancel(BuildRequests.taken(REQUEST, "1"));

        assertThat(hub.task(1).state).isEqualTo(TaskState.CANCELED);
        assertThat(hub.methods()).filteredOn("cancelTask"::equals).hasSize(1);
    }

    @Test
    void a_build_that_was_submitted_but_never_recorded_is_canceled_too() {
        koji.submit(REQUEST);

        koji.cancel(REQUEST);

        assertThat(hub.task(1).state).isEqualTo(TaskState.CANCELED);
    }

    @Test
    void a_session_that_expired_in_between_is_replaced() {
        koji.submit(REQUEST);
        hub.expireSessions();

        assertThat(koji.submit(REQUEST)).isEqualTo("2");
    }

    private static BuildRequest request(
            Artifact artifact, @Nullable String rebuilt, List<String> parents, List<String> failed) {
        return new BuildRequest(
                REQUEST.build(), 7, 11, artifact, REQUEST.reason(), rebuilt, parents, REQUEST.intended(), null, failed);
    }
}
