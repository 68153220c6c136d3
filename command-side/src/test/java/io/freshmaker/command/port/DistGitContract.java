package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.BuildId;
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

    /** Somebody pushes a commit that writes these files; the first makes repository and branch. */
    protected abstract String push(String repository, String branch, String message, String... files);

    /** The first lines of the messages of a branch, newest first. */
    protected abstract List<String> log(String repository, String branch);

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
