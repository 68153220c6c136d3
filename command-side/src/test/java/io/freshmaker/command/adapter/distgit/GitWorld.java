package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.BuildRequests;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A dist-git over HTTP with one commit, and what the adapters do with it in {@link DistGitFaultsTest}. */
final class GitWorld implements Closeable {

    static final String PASSWORD = "secret";
    static final OneServer.Limits LIMITS = new OneServer.Limits(16 << 10, 16 << 10);

    private static final String REPOSITORY = "modules/shelf";
    private static final String BRANCH = "1.0";

    private final Path folder;
    private final BareRepositories repositories;
    private final String first;
    private final StubServer server = new StubServer();

    GitWorld() throws IOException {
        folder = Files.createTempDirectory("freshmaker-faults-");
        repositories = new BareRepositories(folder);
        first = repositories.push(REPOSITORY, BRANCH, "first", DistGits.NOW, "shelf.yaml");
        server.otherwise(new GitOverHttp(repositories));
    }

    URI url() {
        return server.url("");
    }

    void head(URI url, Politeness politeness) {
        git(url, politeness).head(REPOSITORY, BRANCH);
    }

    void changedFiles(URI url, Politeness politeness) {
        git(url, politeness).changedFiles(REPOSITORY, BRANCH, first, first);
    }

    void findBump(URI url, Politeness politeness) {
        git(url, politeness).findBump(REPOSITORY, BRANCH, BuildRequests.id(1));
    }

    void bump(URI url, Politeness politeness) {
        git(url, politeness).bump(REPOSITORY, BRANCH, "bump", BuildRequests.id(1));
    }

    int bumpedInAll() {
        bump(url(), Systems.PATIENT);
        return repositories.commits(REPOSITORY, BRANCH).size() - 1;
    }

    void since(URI url, Politeness politeness) {
        DistGitSettings settings = settings(url, politeness);
        new DistGitHeads(branches(settings), settings.followedBranches()).since(Instant.EPOCH);
    }

    private static JGitDistGit git(URI url, Politeness politeness) {
        DistGitSettings settings = settings(url, politeness);
        return new JGitDistGit(
                branches(settings), Author.parse(settings.author()), Clock.fixed(DistGits.NOW, ZoneOffset.UTC));
    }

    private static Branches branches(DistGitSettings settings) {
        return new Branches(
                Systems.some().system("dist-git", settings.politeness()), settings, new Transports(settings, LIMITS));
    }

    private static DistGitSettings settings(URI url, Politeness politeness) {
        return new DistGitSettings(
                url.toString(),
                null,
                "robin",
                "Robin <robin@example.com>",
                null,
                null,
                PASSWORD,
                List.of(REPOSITORY + "#" + BRANCH),
                politeness.connectTimeout(),
                politeness.readTimeout(),
                politeness.maxAttempts(),
                politeness.maxCalls());
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
