package io.freshmaker.command.adapter.distgit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.Daemon;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How dist-git is spoken to over each protocol, and what each says when it does not want. */
class TransportsTest {

    private static final BuildId BUILD = BuildRequests.id(1);

    @TempDir
    private Path folder;

    private BareRepositories repositories;
    private String first;

    @BeforeEach
    void start() {
        repositories = new BareRepositories(folder.resolve("git"));
        first = repositories.push("modules/shelf", "1.0", "first", DistGits.NOW, "shelf.yaml");
        repositories.push("modules/closed", "1.0", "first", DistGits.NOW, "closed.yaml");
    }

    private String newest(String repository) {
        return repositories.commits(repository, "1.0").getFirst().name();
    }

    private void assertBumps(JGitDistGit git) {
        assertThat(git.head("modules/shelf", "1.0")).isEqualTo(first);
        String bump = git.bump("modules/shelf", "1.0", "bump", BUILD);
        assertThat(bump).isNotEqualTo(first).isEqualTo(newest("modules/shelf"));
        assertThat(git.findBump("modules/shelf", "1.0", BUILD)).contains(bump);
        assertThat(git.changedFiles("modules/shelf", "1.0", first, bump)).isEmpty();
    }

    private void assertRefused(JGitDistGit git, String repository, String message) {
        assertThatThrownBy(() -> git.bump(repository, "1.0", "bump", BUILD))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(message);
        assertThat(repositories.commits("modules/shelf", "1.0")).hasSize(1);
        assertThat(repositories.commits("modules/closed", "1.0")).hasSize(1);
    }

    @Nested
    class Ssh {

        private final KeyPair robin = SshKeys.pair();
        private GitOverSsh server;
        private Path key;
        private Path knownHosts;

        @BeforeEach
        void start() throws IOException {
            server = new GitOverSsh(repositories, robin.getPublic());
            key = SshKeys.write(folder.resolve("robin"), robin);
            knownHosts = folder.resolve("known_hosts");
            Files.writeString(knownHosts, server.knownHost());
        }

        @AfterEach
        void stop() throws IOException {
            server.close();
        }

        @Test
        void is_pushed_to_while_reading_goes_elsewhere() {
            assertBumps(git(key, knownHosts));
        }

        @Test
        void a_server_with_another_key_is_not_spoken_to() throws IOException {
            Files.writeString(knownHosts, "");
            assertRefused(git(key, knownHosts), "modules/shelf", "dist-git says no (");
            assertThat(knownHosts).isEmptyFile();
        }

        @Test
        void another_key_of_ours_is_refused() {
            assertRefused(git(SshKeys.create(folder, "other"), knownHosts), "modules/shelf", "dist-git says no (");
        }

        @Test
        void a_key_or_known_hosts_that_are_not_set_are_named() {
            assertRefused(git(null, knownHosts), "modules/shelf", "freshmaker.dist-git.ssh-key is not set");
            assertRefused(git(key, null), "modules/shelf", "freshmaker.dist-git.known-hosts is not set");
        }

        @Test
        void what_the_server_says_is_what_people_read() {
            assertRefused(git(key, knownHosts), "modules/nowhere", "robin, there is no such repository");
            assertRefused(git(key, knownHosts), "modules/closed", "robin may not push here");
        }

        private JGitDistGit git(@Nullable Path key, @Nullable Path knownHosts) {
            return DistGits.of(DistGits.withSecrets(repositories.url(), server.url(), key, knownHosts, null));
        }
    }

    @Nested
    class Http {

        private final StubServer server = new StubServer();
        private GitOverHttp git;

        @BeforeEach
        void start() {
            git = new GitOverHttp(repositories);
            server.otherwise(git);
        }

        @AfterEach
        void stop() {
            server.close();
        }

        @Test
        void is_read_and_pushed_to_with_the_password() {
            assertBumps(git("secret"));
        }

        @Test
        void a_wrong_or_missing_password_is_refused() {
            assertRefused(git("guess"), "modules/shelf", "not authorized");
            assertRefused(git(null), "modules/shelf", "dist-git says no (");
        }

        @Test
        void what_is_not_there_or_not_ours_is_refused() {
            assertRefused(git("secret"), "modules/nowhere", "not found");
            assertRefused(git("secret"), "modules/closed", "robin may not push here");
        }

        @Test
        void a_push_whose_answer_is_lost_is_found_the_next_time() {
            git.silentAfterPush(true);
            assertThatThrownBy(() -> git("secret").bump("modules/shelf", "1.0", "bump", BUILD))
                    .isInstanceOf(Unavailable.class);
            git.silentAfterPush(false);

            assertThat(git("secret").bump("modules/shelf", "1.0", "bump", BUILD))
                    .isEqualTo(newest("modules/shelf"));
            assertThat(repositories.commits("modules/shelf", "1.0")).hasSize(2);
        }

        @Test
        void a_broken_server_is_asked_again_and_then_unavailable() {
            server.then(StubServer.status(503, "text/plain", "busy"));
            assertThat(git(null).head("modules/shelf", "1.0")).isEqualTo(first);

            for (int status : new int[] {500, 503, 429}) {
                server.otherwise(StubServer.status(status, "text/plain", "busy"));
                assertThatThrownBy(() -> git(null).head("modules/shelf", "1.0"))
                        .isInstanceOf(Unavailable.class)
                        .hasMessageContaining(String.valueOf(status));
            }
        }

        @Test
        void garbage_and_cut_answers_are_unavailable() {
            server.otherwise(StubServer.status(200, "application/x-git-upload-pack-advertisement", "what?"));
            assertThatThrownBy(() -> git(null).head("modules/shelf", "1.0")).isInstanceOf(Unavailable.class);
            server.otherwise(StubServer.status(200, "text/html", "<html>maintenance</html>"));
            assertThatThrownBy(() -> git(null).head("modules/shelf", "1.0")).isInstanceOf(Unavailable.class);
            server.otherwise(StubServer.hangUp());
            assertThatThrownBy(() -> git(null).head("modules/shelf", "1.0")).isInstanceOf(Unavailable.class);
        }

        @Test
        void the_password_is_in_no_text() {
            DistGitSettings settings = DistGits.withSecrets("http://127.0.0.1", null, null, null, "secret");
            assertThat(settings.toString()).doesNotContain("secret");
        }

        private JGitDistGit git(@Nullable String password) {
            String url = server.url("").toString();
            return DistGits.of(DistGits.withSecrets(url, null, null, null, password));
        }
    }

    @Nested
    class Git {

        private final Daemon daemon = new Daemon(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

        @BeforeEach
        void start() throws IOException {
            daemon.setRepositoryResolver((_, name) -> {
                if (!repositories.has(name)) throw new RepositoryNotFoundException(name);
                return opened(name);
            });
            daemon.getService("git-upload-pack").setEnabled(true);
            daemon.start();
        }

        @AfterEach
        void stop() {
            daemon.stop();
        }

        @Test
        void is_read_and_refuses_to_be_pushed_to() {
            JGitDistGit git = DistGits.of(
                    DistGits.settings("git://127.0.0.1:" + daemon.getAddress().getPort(), null));

            assertThat(git.head("modules/shelf", "1.0")).isEqualTo(first);
            assertThat(git.changedFiles("modules/shelf", "1.0", first, first)).isEmpty();
            assertThatThrownBy(() -> git.bump("modules/shelf", "1.0", "bump", BUILD))
                    .isInstanceOfAny(Refused.class, Unavailable.class);
        }

        private Repository opened(String name) {
            try {
                return repositories.open(name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
