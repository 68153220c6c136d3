package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.outside.Politeness;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where dist-git is and who we are there (contract §7, spec §12).
 *
 * @param baseUrl what {@code /<namespace>/<name>} is put behind, to read and, without {@code sshBaseUrl}, to push
 * @param sshBaseUrl the same, to push; {@code %s} in it is the user
 * @param author of our commits, {@code Name <address>}
 * @param sshKey the private key for ssh
 * @param knownHosts the keys of servers, as ssh keeps them; others are not spoken to
 * @param password or token of the user, for https
 * @param followed branches whose pushes are caught up with, {@code <namespace>/<name>#<branch>}
 */
@ConfigurationProperties(DistGitSettings.PREFIX)
record DistGitSettings(
        @Nullable String baseUrl,
        @Nullable String sshBaseUrl,
        @DefaultValue("") String user,

        @DefaultValue("Freshmaker <freshmaker-owner@github.com>")
        String author,

        @Nullable Path sshKey,
        @Nullable Path knownHosts,
        @Nullable String password,
        @DefaultValue List<String> followed,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("60s") Duration readTimeout,
        @DefaultValue("3") int maxAttempts,
        @DefaultValue("10") int maxCalls) {

    static final String PREFIX = "freshmaker.dist-git";

    private static final String USER_HERE = "%s";

    DistGitSettings {
        baseUrl = GitUrl.checked("base-url", baseUrl);
        sshBaseUrl = GitUrl.checked("ssh-base-url", sshBaseUrl);
        if (sshBaseUrl != null && sshBaseUrl.contains(USER_HERE) && user.isBlank()) {
            throw new IllegalArgumentException(
                    PREFIX + ".user: expected who pushes, as ssh-base-url contains %s, found nothing");
        }
        if (password != null && password.isBlank()) password = null;
        Author.parse(author);
        followed = List.copyOf(followed);
        followed.forEach(FollowedBranch::parse);
        Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    Politeness politeness() {
        return Politeness.of(PREFIX, connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    /** What a repository's name is put behind, to push; null when neither URL is set. */
    @Nullable
    String pushUrl() {
        return sshBaseUrl == null ? baseUrl : sshBaseUrl.replace(USER_HERE, user);
    }

    List<FollowedBranch> followedBranches() {
        return followed.stream().map(FollowedBranch::parse).toList();
    }

    @Override
    public String toString() {
        return "DistGitSettings[baseUrl=%s, pushUrl=%s, author=%s, password=%s]"
                .formatted(baseUrl, pushUrl(), author, password == null ? "none" : "…");
    }
}
