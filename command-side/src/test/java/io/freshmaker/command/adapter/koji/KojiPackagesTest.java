package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.MemoryDistGit;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KojiPackagesTest {

    private static final Source SOURCE = new Source("rpms/web", "f42", null, "f42-candidate");
    private static final BuildRequest REQUEST = request(SOURCE, List.of("tls-2-1.fc42", "zip-1-4.fc42"), List.of());

    private final FakeKojiHub hub = new FakeKojiHub();
    private final MemoryDistGit git = new MemoryDistGit();
    private final KojiBuildSystem koji = Kojis.system(hub.url(), git);

    @BeforeEach
    void push() {
        git.write("rpms/web", "f42", "web.spec", "Version: 7\nRelease: 3%{?dist}\n%changelog\n");
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void a_package_is_built_at_a_commit_that_raises_its_release_when_its_buildroot_has_the_new_builds() {
        koji.submit(REQUEST);

        assertThat(hub.methods()).contains("build").doesNotContain("buildContainer");
        assertThat(hub.task(1).request)
                .isEqualTo(List.of(
                        Kojis.SOURCES + "/rpms/web#" + git.head("rpms/web", "f42"),
                        "f42-candidate",
                        Map.of("scratch", false, "wait_builds", List.of("tls-2-1.fc42", "zip-1-4.fc42"))));
        assertThat(git.log("rpms/web", "f42").getFirst()).isEqualTo("Rebuild with tls-2-1.fc42, zip-1-4.fc42");
        assertThat(git.read("rpms/web", "f42", "web.spec")).isEqualTo("""
            Version: 7
            Release: 4%{?dist}
            %changelog
            * Sun Nov 22 2026 Robin <robin@example.com> - 7-4
            - Rebuild with tls-2-1.fc42, zip-1-4.fc42

            """);
    }

    @Test
    void a_parent_of_which_no_build_is_known_cannot_be_waited_for() {
        koji.submit(request(SOURCE, List.of("zip"), List.of()));

        assertThat(hub.task(1).request.get(2)).isEqualTo(Map.of("scratch", false));
        assertThat(git.log("rpms/web", "f42").getFirst()).isEqualTo("Rebuild");
    }

    @Test
    void what_has_no_target_is_refused_before_a_commit_is_added() {
        Source homeless = new Source("rpms/web", "f42", null, null);

        assertThatThrownBy(() -> koji.submit(request(homeless, List.of(), List.of())))
                .isInstanceOf(Refused.class)
                .hasMessage("Koji needs a target, and none is known for rpms/web");
        assertThat(git.log("rpms/web", "f42")).hasSize(1);
    }

    @Test
    void a_release_that_cannot_be_raised_is_refused_and_nothing_is_ordered() {
        git.write("rpms/web", "f42", "web.spec", "Release: %{mystery}\n");

        assertThatThrownBy(() -> koji.submit(REQUEST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("mystery");
        assertThat(koji.find(REQUEST)).isEmpty();
        assertThat(hub.taskIds()).isEmpty();
    }

    @Test
    void a_task_whose_answer_was_lost_is_found_by_another_process_by_its_commit() {
        hub.add(Kojis.SOURCES + "/rpms/web#" + git.head("rpms/web", "f42"), "f42-candidate", Map.of());
        hub.addPackage(Kojis.SOURCES + "/rpms/web#" + git.head("rpms/web", "f42"), "f42-candidate", Map.of());
        hub.loseAnswers(1);
        assertThatThrownBy(() -> koji.submit(REQUEST)).isInstanceOf(Unavailable.class);

        assertThat(Kojis.system(hub.url(), git).find(REQUEST)).contains("3");
    }

    /** Who died between the commit and the order makes the order only. */
    @Test
    void a_commit_that_was_added_before_a_crash_is_built_and_no_other_is_added() {
        String commit = git.bump("rpms/web", "f42", ".spec", new SpecBump("Rebuild"), "Rebuild", REQUEST.build());

        assertThat(koji.find(REQUEST)).isEmpty();
        koji.submit(REQUEST);

        assertThat(hub.task(1).request.getFirst().toString()).endsWith("#" + commit);
        assertThat(git.log("rpms/web", "f42")).hasSize(2);
        assertThat(koji.find(REQUEST)).contains("1");
    }

    @Test
    void a_later_attempt_is_another_task_of_the_same_commit() {
        String first = koji.submit(REQUEST);
        BuildRequest again = request(SOURCE, REQUEST.parents(), List.of(first));
        assertThat(koji.find(again)).isEmpty();

        String second = koji.submit(again);

        assertThat(koji.find(again)).contains(second);
        assertThat(hub.task(2).request).isEqualTo(hub.task(1).request);
        assertThat(git.log("rpms/web", "f42")).hasSize(2);
    }

    @Test
    void what_came_out_of_a_task_is_told_beside_that_of_images() {
        String web = koji.submit(REQUEST);
        hub.closePackage(Long.parseLong(web), "web-7-4.fc42");
        String shelf = koji.submit(BuildRequests.image(11));
        hub.build(9, "shelf-container-1-12", Map.of());
        hub.close(Long.parseLong(shelf), "9");
        hub.addPackage("lost", "f42-candidate", Map.of());
        hub.fail(3, "build of web-7-4.fc42 exists already");

        assertThat(koji.ended(List.of(web, shelf, "3")))
                .containsEntry(web, new Built("web-7-4.fc42"))
                .containsEntry(shelf, new Built("shelf-container-1-12"))
                .hasEntrySatisfying(
                        "3",
                        end -> assertThat(((Broken) end).reason().fact("last_line"))
                                .contains("exists"));
    }

    @Test
    void a_build_that_is_not_complete_is_none() {
        String task = koji.submit(REQUEST);
        hub.closePackage(Long.parseLong(task), "web-7-4.fc42");
        hub.build(1001, "web-7-4.fc42", Map.of("task_id", 1L, "state", 2L));

        assertThat(koji.ended(List.of(task))).containsEntry(task, new Built(null));
    }

    @Test
    void the_task_of_a_build_is_told() {
        BuiltPackages built = new BuiltPackages(Kojis.hub(hub));
        hub.build(5, "web-7-4.fc42", Map.of("task_id", 12L));
        hub.build(6, "imported-1-1", Map.of());

        assertThat(built.taskOf(new Nvr("web-7-4.fc42"))).contains("12");
        assertThat(built.taskOf(new Nvr("imported-1-1"))).isEmpty();
        assertThat(built.taskOf(new Nvr("unknown-1-1"))).isEmpty();
    }

    @Test
    void a_scratch_build_leaves_nothing_in_dist_git_and_is_found_by_what_it_was_asked_for() {
        PackageOrder scratch = new PackageOrder(git, new Sources(Kojis.SOURCES), true);

        Object[] order = scratch.of(REQUEST);

        assertThat(git.log("rpms/web", "f42")).hasSize(1);
        assertThat(order[0]).isEqualTo(Kojis.SOURCES + "/rpms/web#" + git.head("rpms/web", "f42"));
        FakeTask task = hub.addPackage(order);
        ListedTask listed = ListedTask.of(new Value(task.listed(2)));
        assertThat(scratch.mark(REQUEST).orElseThrow()).accepts(listed);
    }

    /** Koji has schemes of its own for git over other protocols. */
    @Test
    void sources_over_https_are_named_as_koji_names_them() {
        assertThat(new Sources("https://src.example/").url(SOURCE, "c0ffee"))
                .isEqualTo("git+https://src.example/rpms/web#c0ffee");
        assertThat(new Sources("git://src.example").url(SOURCE, "c0ffee"))
                .isEqualTo("git://src.example/rpms/web#c0ffee");
    }

    private static BuildRequest request(Source source, List<String> parents, List<String> failed) {
        return new BuildRequest(
                BuildRequests.id(1),
                7,
                1,
                Artifact.rpm("web", source),
                Reason.of(ReasonCode.REQUIREMENT_UPDATED),
                null,
                parents,
                BuildRequests.INTENDED,
                null,
                failed);
    }
}
