package io.freshmaker.command.adapter.distgit;

import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A branch whose pushes we want to hear of, and what a commit in it means: the same as a push message (spec §3.3). */
record FollowedBranch(String namespace, String name, String branch) {

    private static final Pattern FORM =
            Pattern.compile("(rpms|modules|container)/([A-Za-z0-9_][A-Za-z0-9._+-]*)#([A-Za-z0-9_][A-Za-z0-9._+/-]*)");

    static FollowedBranch parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "%s.followed: expected <namespace>/<name>#<branch> with rpms, modules or container, found %s"
                            .formatted(DistGitSettings.PREFIX, text));
        }
        return new FollowedBranch(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    String repository() {
        return namespace + "/" + name;
    }

    /** None when the changed files say nothing to us. */
    Optional<Trigger> trigger(String commit, Set<String> files) {
        return switch (namespace) {
            case "rpms" ->
                when(files.stream().anyMatch(file -> file.endsWith(".spec")), new RpmSpecChanged(name, branch, commit));
            case "modules" -> when(files.contains(name + ".yaml"), new ModuleMetadataChanged(name, branch, commit));
            default -> when(files.contains("Dockerfile"), new DockerfileChanged(name, branch, commit));
        };
    }

    @Override
    public String toString() {
        return repository() + "#" + branch;
    }

    private static Optional<Trigger> when(boolean changed, Trigger trigger) {
        return changed ? Optional.of(trigger) : Optional.empty();
    }
}
