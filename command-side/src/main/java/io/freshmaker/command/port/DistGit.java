package io.freshmaker.command.port;

import io.freshmaker.api.value.BuildId;
import java.util.Optional;
import java.util.Set;

/** The git repositories of sources, {@code <namespace>/<name>}. Every method may throw {@link Unavailable}. */
public interface DistGit {

    /**
     * The commit at the head of a branch.
     *
     * @throws Refused when there is no such repository or branch
     */
    String head(String repository, String branch);

    /**
     * Adds an empty commit to a branch and returns it, so that the next build is a new one. Asked for again for the same build
     * it returns the same commit: it is looked for in the branch first.
     *
     * @param message its first line (spec §6.1, §6.3)
     * @throws Refused when that can never be done
     */
    String bump(String repository, String branch, String message, BuildId build);

    /**
     * The same with a commit that changes the one file at the top whose name ends so; an empty one when the edit changes nothing.
     *
     * @throws Refused when that can never be done: there is no such file, or there are several, or the edit refuses
     */
    String bump(String repository, String branch, String ending, SourceEdit edit, String message, BuildId build);

    /** The commit of an earlier bump for this build, if there is one. */
    Optional<String> findBump(String repository, String branch, BuildId build);

    /**
     * The files that differ between a commit and a later one of the same branch.
     *
     * @throws Refused when there is no such repository or commit
     */
    Set<String> changedFiles(String repository, String branch, String from, String to);
}
