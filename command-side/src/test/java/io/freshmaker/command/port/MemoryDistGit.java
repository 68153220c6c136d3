package io.freshmaker.command.port;

import io.freshmaker.api.value.BuildId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A dist-git in memory, for tests. */
public final class MemoryDistGit implements DistGit {

    /** A commit of it. */
    public record Commit(
            String id,
            String message,
            Set<String> files,
            @Nullable BuildId build) {}

    private final Map<String, List<Commit>> branches = new TreeMap<>();
    private @Nullable RuntimeException failure;
    private int made;

    /** Every call fails so from now on; null ends it. */
    public synchronized void failing(@Nullable RuntimeException with) {
        failure = with;
    }

    /** Somebody pushes; the first commit makes repository and branch. */
    public synchronized String push(String repository, String branch, String message, String... files) {
        branches.putIfAbsent(repository + "#" + branch, new ArrayList<>());
        return add(commits(repository, branch), message, Set.of(files), null);
    }

    /** The messages of a branch, newest first. */
    public synchronized List<String> log(String repository, String branch) {
        return commits(repository, branch).reversed().stream()
                .map(Commit::message)
                .toList();
    }

    @Override
    public synchronized String head(String repository, String branch) {
        return commits(repository, branch).getLast().id();
    }

    @Override
    public synchronized Optional<String> findBump(String repository, String branch, BuildId build) {
        return commits(repository, branch).stream()
                .filter(commit -> build.equals(commit.build()))
                .map(Commit::id)
                .findFirst();
    }

    @Override
    public synchronized String bump(String repository, String branch, String message, BuildId build) {
        return findBump(repository, branch, build)
                .orElseGet(() -> add(commits(repository, branch), message, Set.of(), build));
    }

    @Override
    public synchronized Set<String> changedFiles(String repository, String branch, String from, String to) {
        List<Commit> commits = commits(repository, branch);
        Set<String> files = new TreeSet<>();
        commits.subList(place(commits, from) + 1, Math.max(place(commits, from), place(commits, to)) + 1)
                .forEach(commit -> files.addAll(commit.files()));
        return files;
    }

    private List<Commit> commits(String repository, String branch) {
        if (failure != null) throw failure;
        List<Commit> commits = branches.get(repository + "#" + branch);
        if (commits == null) throw new Refused("No branch " + branch + " in " + repository);
        return commits;
    }

    private String add(List<Commit> commits, String message, Set<String> files, @Nullable BuildId build) {
        String id = "%040x".formatted(0xc0ffee00L + made++);
        commits.add(new Commit(id, message, files, build));
        return id;
    }

    private static int place(List<Commit> commits, String id) {
        List<String> ids = commits.stream().map(Commit::id).toList();
        if (!ids.contains(id)) throw new Refused("No commit " + id);
        return ids.indexOf(id);
    }
}
