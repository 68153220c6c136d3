package io.freshmaker.api.plan;

import org.jspecify.annotations.Nullable;

/** Where an artifact's sources lie in dist-git, and where its build goes. {@code target}: a Koji target, of images and packages only. */
public record Source(
        String repository,
        String branch,
        @Nullable String commit,
        @Nullable String target) {

    /** Of a container that is known by its name and branch only; the target is that of its branch (spec §6.4). */
    public static Source container(String name, String branch, @Nullable String commit) {
        String release = branch.equals("master") ? "rawhide" : branch;
        return new Source("container/" + name, branch, commit, release + "-container-candidate");
    }
}
