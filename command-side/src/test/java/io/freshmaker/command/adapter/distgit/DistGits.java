package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.outside.Systems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adapters for tests, with two attempts and one second for each answer. */
final class DistGits {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private DistGits() {}

    static DistGitSettings settings(@Nullable String baseUrl, @Nullable String sshBaseUrl, String... followed) {
        return withSecrets(baseUrl, sshBaseUrl, null, null, null, followed);
    }

    static DistGitSettings withSecrets(
            @Nullable String baseUrl,
            @Nullable String sshBaseUrl,
            @Nullable Path key,
            @Nullable Path knownHosts,
            @Nullable String password,
            String... followed) {
        return new DistGitSettings(
                baseUrl,
                sshBaseUrl,
                "robin",
                "Robin <robin@example.com>",
                key,
                knownHosts,
                password,
                List.of(followed),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                2,
                4);
    }

    static Branches branches(DistGitSettings settings) {
        return new Branches(
                Systems.some().system("dist-git", settings.politeness()), settings, new Transports(settings));
    }

    static JGitDistGit of(DistGitSettings settings) {
        return new JGitDistGit(branches(settings), Author.parse(settings.author()), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
