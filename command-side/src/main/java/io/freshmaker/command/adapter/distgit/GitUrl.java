package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.port.Refused;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/** Puts a repository behind the URL of a dist-git. Names come from other systems: what could be a path elsewhere is refused. */
final class GitUrl {

    private static final Pattern URL = Pattern.compile("(git|https?|ssh|file)://\\S*");
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*(/[A-Za-z0-9_][A-Za-z0-9._+-]*)+");

    private GitUrl() {}

    /** The setting's value without slashes at its end, null when it is blank. */
    static @Nullable String checked(String setting, @Nullable String url) {
        if (url == null || url.isBlank()) return null;
        if (!URL.matcher(url).matches()) {
            throw new IllegalArgumentException("%s.%s: expected git://, https://, http://, ssh:// or file://, found %s"
                    .formatted(DistGitSettings.PREFIX, setting, url));
        }
        return url.replaceAll("(?<!/)/+$", "");
    }

    /** @param base null when the setting is not set: nothing can be asked then */
    static URIish of(@Nullable String base, String repository) {
        if (base == null)
            throw new Refused(DistGitSettings.PREFIX + ".base-url is not set, so dist-git cannot be asked");
        if (!REPOSITORY.matcher(repository).matches() || repository.contains("..")) {
            throw new Refused("Not a repository of dist-git, <namespace>/<name>: " + repository);
        }
        try {
            return new URIish(base + "/" + repository);
        } catch (URISyntaxException e) {
            throw new Refused("Not a URL of a git repository: " + base + "/" + repository);
        }
    }
}
