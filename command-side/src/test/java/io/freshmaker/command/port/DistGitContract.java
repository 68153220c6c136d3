package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.BuildId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link DistGit} must do. */
public abstract class DistGitContract {

    private static final String SHELF = "modules/shelf";
    private static final BuildId BUILD = BuildRequests.id(1);
    private static final String MESSAGE = "Bump to rebuild because of bash rpm spec update (c0ffee).";

    protected abstract DistGit distGit();

    /** Somebody pushes a commit that writes its message behind their names into these files; the first makes repository and branch. */
    protected abstract String push(String repository, String branch, String message, String... files);

    /** The first lines of the messages of a branch, newest first. */
    protected abstract List<String> log(String repository, String branch);

    /** What a file contains at the head of a branch. */
    protected abstract String content(String repository, String branch, String file);

    @Test
    void the_head_of_a_branch_is_its_newest_commit() {
        push(SHELF, "1.0", "first", "shelf.yaml");
        String second = push(SHELF, "1.0", "second", "README");
        push(SHELF, "2.0", "other", "shelf.yaml");

        assertThat(distGit().head(SHELF, "1.0")).isEqualTo(second);
    }

    @Test
    void a_bump_is_a_new_head_with_the_message_and_no_other_files() {
        String before = push(SHELF, "1.0", "first", "shelf.yaml");

        String bump = distGit().bump(SHELF, "1.0", MESSAGE, BUILD);

        assertThat(bump).isNotEqualTo(before).isEqualTo(distGit().head(SHELF, "1.0"));
        assertThat(log(SHELF, "1.0")).containsExactly(MESSAGE, "first");
        assertThat(distGit().changedFiles(SHELF, "1.0", before, bump)).isEmpty();
    }

    @Test
    void a_bump_for_the_same_build_is_the_same_commit_also_when_others_pushed_since() {
        push(SHELF, "1.0", "first", "shelf.yaml");
        String bump = distGit().bump(SHELF, "1.0", MESSAGE, BUILD);
        push(SHELF, "1.0", "second", "README");

        assertThat(distGit().bump(SHELF, "1.0", MESSAGE, BUILD)).isEqualTo(bump);
        assertThat(log(SHELF, "1.0")).containsExactly("second", MESSAGE, "first");
    }

    @Test
    void a_bump_is_found_by_its_build() {
        push(SHELF, "1.0", "first", "shelf.yaml");
        String bump = distGit().bump(SHELF, "1.0", MESSAGE, BUILD);

        assertThat(distGit().findBump(SHELF, "1.0", BUILD)).contains(bump);
        assertThat(distGit().findBump(SHELF, "1.0", BuildRequests.id(11))).isEmpty();
    }

    @Test
    void two_bumps_at_once_are_both_in_the_branch() throws Exception {
        push(SHELF, "1.0", "first", "shelf.yaml");
        DistGit git = distGit();

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> one = threads.submit(() -> git.bump(SHELF, "1.0", "one", BUILD));
            Future<String> two = threads.submit(() -> git.bump(SHELF, "1.0", "two", BuildRequests.id(2)));
            assertThat(one.get()).isNotEqualTo(two.get());
        }

        assertThat(log(SHELF, "1.0")).hasSize(3).contains("one", "two");
    }

    @Test
    void a_bump_may_change_a_file() {
        push("rpms/tls", "f42", "first", "tls.spec", "README", "tests/other.spec");
        String before = distGit().head("rpms/tls", "f42");

        String bump = edited(BUILD, (content, author, day) -> content + "\n" + author + " " + day);

        assertThat(bump).isEqualTo(distGit().head("rpms/tls", "f42"));
        assertThat(log("rpms/tls", "f42")).containsExactly(MESSAGE, "first");
        assertThat(distGit().changedFiles("rpms/tls", "f42", before, bump)).containsExactly("tls.spec");
        assertThat(content("rpms/tls", "f42", "tls.spec"))
                .isEqualTo("tls.specfirst\nRobin <robin@example.com> 2026-11-22");
        assertThat(content("rpms/tls", "f42", "tests/other.spec")).isEqualTo("tests/other.specfirst");
    }

    @Test
    void a_change_for_the_same_build_is_made_once_and_found_as_any_other_bump() {
        push("rpms/tls", "f42", "first", "tls.spec");
        String bump = edited(BUILD, (content, _, _) -> content + "!");
        push("rpms/tls", "f42", "second", "README");

        assertThat(edited(BUILD, (content, _, _) -> content + "!")).isEqualTo(bump);
        assertThat(distGit().findBump("rpms/tls", "f42", BUILD)).contains(bump);
        assertThat(content("rpms/tls", "f42", "tls.spec")).isEqualTo("tls.specfirst!");
        edited(BuildRequests.id(2), (content, _, _) -> content + "?");
        assertThat(content("rpms/tls", "f42", "tls.spec")).isEqualTo("tls.specfirst!?");
    }

    @Test
    void a_change_that_changes_nothing_is_an_empty_commit() {
        push("rpms/tls", "f42", "first", "tls.spec");
        String before = distGit().head("rpms/tls", "f42");

        String bump = edited(BUILD, (content, _, _) -> content);

        assertThat(bump).isNotEqualTo(before).isEqualTo(distGit().head("rpms/tls", "f42"));
        assertThat(distGit().changedFiles("rpms/tls", "f42", before, bump)).isEmpty();
    }

    @Test
    void two_changes_at_once_are_both_made() throws Exception {
        push("rpms/tls", "f42", "first", "tls.spec");

        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<String> one = threads.submit(() -> edited(BUILD, (content, _, _) -> content + "+"));
            Future<String> two = threads.submit(() -> edited(BuildRequests.id(2), (content, _, _) -> content + "+"));
            assertThat(one.get()).isNotEqualTo(two.get());
        }

        assertThat(content("rpms/tls", "f42", "tls.spec")).isEqualTo("tls.specfirst++");
    }

    @Test
    void a_file_that_is_not_there_or_not_alone_is_refused_and_so_is_what_the_change_refuses() {
        push("rpms/tls", "f42", "first", "README", "tests/tls.spec");
        assertRefused(".spec", () -> edited(BUILD, (content, _, _) -> content));
        push("rpms/tls", "f42", "second", "a.spec", "b.spec");
        assertRefused(".spec", () -> edited(BUILD, (content, _, _) -> content));
        push("rpms/zip", "f42", "first", "zip.spec");
        assertRefused(
                "not this one", () -> distGit().bump("rpms/zip", "f42", ".spec", DistGitContract::no, MESSAGE, BUILD));

        assertThat(log("rpms/tls", "f42")).containsExactly("second", "first");
        assertThat(log("rpms/zip", "f42")).containsExactly("first");
    }

    private static String no(String content, String author, LocalDate day) {
        throw new Refused("not this one");
    }

    private String edited(BuildId build, SourceEdit edit) {
        return distGit().bump("rpms/tls", "f42", ".spec", edit, MESSAGE, build);
    }

    @Test
    void the_files_of_several_commits_are_those_that_differ() {
        String first = push(SHELF, "1.0", "first", "shelf.yaml");
        push(SHELF, "1.0", "second", "README", "tests/run.sh");
        String third = push(SHELF, "1.0", "third", "shelf.yaml");

        assertThat(distGit().changedFiles(SHELF, "1.0", first, third))
                .isEqualTo(Set.of("README", "tests/run.sh", "shelf.yaml"));
        assertThat(distGit().changedFiles(SHELF, "1.0", third, third)).isEmpty();
    }

    @Test
    void what_is_not_there_is_refused() {
        String first = push(SHELF, "1.0", "first", "shelf.yaml");
        String nowhere = "0123456789012345678901234567890123456789";

        assertRefused("9.9", () -> distGit().head(SHELF, "9.9"));
        assertRefused("nowhere", () -> distGit().head("modules/nowhere", "1.0"));
        assertRefused("9.9", () -> distGit().bump(SHELF, "9.9", MESSAGE, BUILD));
        assertRefused("nowhere", () -> distGit().bump("modules/nowhere", "1.0", MESSAGE, BUILD));
        assertRefused(nowhere, () -> distGit().changedFiles(SHELF, "1.0", first, nowhere));
        assertThat(log(SHELF, "1.0")).containsExactly("first");
    }

    private static void assertRefused(String what, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(Refused.class).hasMessageContaining(what);
    }
}
