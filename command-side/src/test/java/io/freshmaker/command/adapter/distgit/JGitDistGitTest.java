package io.freshmaker.command.adapter.distgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.DistGitContract;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class JGitDistGitTest extends DistGitContract {

    @TempDir
    private Path folder;

    private BareRepositories repositories;
    private JGitDistGit git;

    @BeforeEach
    void start() {
        repositories = new BareRepositories(folder);
        git = DistGits.of(DistGits.settings(repositories.url(), null));
    }

    @Override
    protected DistGit distGit() {
        return git;
    }

    @Override
    protected String push(String repository, String branch, String message, String... files) {
        return repositories.push(repository, branch, message, DistGits.NOW, files);
    }

    @Override
    protected List<String> log(String repository, String branch) {
        return repositories.commits(repository, branch).stream()
                .map(RevCommit::getShortMessage)
                .toList();
    }

    @Override
    protected String content(String repository, String branch, String file) {
        return repositories.content(repository, branch, file);
    }

    @Test
    void a_bump_says_who_when_and_for_which_build() {
        push("modules/shelf", "1.0", "first", "shelf.yaml");

        git.bump("modules/shelf", "1.0", "Bump to rebuild because of base update\n\nFreshmaker-Build: x", id(3));

        RevCommit bump = repositories.commits("modules/shelf", "1.0").getFirst();
        assertThat(bump.getFullMessage())
                .isEqualTo("Bump to rebuild because of base update\n\nFreshmaker-Build: build-3\n");
        assertThat(bump.getAuthorIdent()).isEqualTo(bump.getCommitterIdent());
        assertThat(bump.getAuthorIdent().toExternalString())
                .isEqualTo("Robin <robin@example.com> %d +0000".formatted(DistGits.NOW.getEpochSecond()));
    }

    @Test
    void an_earlier_bump_is_looked_for_in_a_hundred_commits_and_no_more() {
        push("modules/shelf", "1.0", "first", "shelf.yaml");
        String bump = git.bump("modules/shelf", "1.0", "bump", id(1));
        for (int i = 0; i < 99; i++) push("modules/shelf", "1.0", "commit " + i, "README");
        assertThat(git.findBump("modules/shelf", "1.0", id(1))).contains(bump);

        push("modules/shelf", "1.0", "one more", "README");
        assertThat(git.findBump("modules/shelf", "1.0", id(1))).isEmpty();
    }

    @Test
    void files_are_compared_far_back_too() {
        String first = push("rpms/bash", "f42", "first", "bash.spec");
        for (int i = 0; i < 101; i++) push("rpms/bash", "f42", "commit " + i, "README");

        assertThat(git.changedFiles("rpms/bash", "f42", first, git.head("rpms/bash", "f42")))
                .containsExactly("README");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secrets", "/etc", "rpms/../../etc", "rpms", "rpms/-x", "rpms/a b", "rpms//bash", ""})
    void what_is_no_repository_is_never_asked_for(String repository) {
        assertThatThrownBy(() -> git.head(repository, "f42"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Not a repository of dist-git");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a b", "a..b", "a:refs/heads/b", "x.lock"})
    void what_is_no_branch_is_never_asked_for(String branch) {
        push("rpms/bash", "f42", "first", "bash.spec");

        assertThatThrownBy(() -> git.head("rpms/bash", branch)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> git.bump("rpms/bash", branch, "bump", id(1))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> git.changedFiles("rpms/bash", "f42", "None", "None"))
                .isInstanceOf(Refused.class)
                .hasMessage("Not a commit: None");
    }

    @Test
    void without_a_url_it_is_refused_by_the_name_of_the_setting() {
        JGitDistGit unset = DistGits.of(DistGits.settings(null, " "));

        assertThatThrownBy(() -> unset.head("rpms/bash", "f42"))
                .isInstanceOf(Refused.class)
                .hasMessage("freshmaker.dist-git.base-url is not set, so dist-git cannot be asked");
        assertThatThrownBy(() -> unset.bump("rpms/bash", "f42", "bump", id(1))).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"git", "http", "ssh"})
    void a_server_that_says_nothing_is_unavailable_in_time(String scheme, @TempDir Path keys) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "%s://127.0.0.1:%d".formatted(scheme, silent.getLocalPort());
            JGitDistGit slow = DistGits.of(
                    DistGits.withSecrets(url, null, SshKeys.create(keys, "me"), keys.resolve("none"), null));

            assertThatThrownBy(() -> slow.head("rpms/bash", "f42")).isInstanceOf(Unavailable.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"git", "http", "ssh"})
    void a_server_that_is_away_is_unavailable(String scheme, @TempDir Path keys) throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        JGitDistGit away = DistGits.of(DistGits.withSecrets(
                "%s://127.0.0.1:%d".formatted(scheme, port),
                null,
                SshKeys.create(keys, "me"),
                keys.resolve("none"),
                null));

        assertThatThrownBy(() -> away.head("rpms/bash", "f42"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("dist-git did not answer (head of rpms/bash#f42): ");
        assertThatThrownBy(() -> away.bump("rpms/bash", "f42", "bump", id(1))).isInstanceOf(Unavailable.class);
    }

    private static BuildId id(int number) {
        return BuildRequests.id(number);
    }
}
