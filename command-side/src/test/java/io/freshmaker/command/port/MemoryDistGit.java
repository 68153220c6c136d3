package io.freshmaker.command.port;

import io.freshmaker.api.value.BuildId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            Map<String, String> contents,
            @Nullable BuildId build) {}

    /** When everything is pushed. */
    public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

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
        Map<String, String> contents = new TreeMap<>(contents(commits(repository, branch)));
        Set.of(files).forEach(file -> contents.put(file, file + message));
        return add(commits(repository, branch), message, Set.of(files), contents, null);
    }

    /** Somebody pushes a file with that content. */
    public synchronized String write(String repository, String branch, String file, String content) {
        branches.putIfAbsent(repository + "#" + branch, new ArrayList<>());
        Map<String, String> contents = new TreeMap<>(contents(commits(repository, branch)));
        contents.put(file, content);
        return add(commits(repository, branch), "Write " + file, Set.of(file), contents, null);
    }

    /** What a file contains at the head of a branch. */
    public synchronized String read(String repository, String branch, String file) {
        return Objects.requireNonNull(contents(commits(repository, branch)).get(file), file);
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
        return findBump(repository, branch, build).orElseGet(() -> {
            List<Commit> commits = commits(repository, branch);
            return add(commits, message, Set.of(), contents(commits), build);
        });
    }

    @Override
    public synchronized String bump(
            String repository, String branch, String ending, SourceEdit edit, String message, BuildId build) {
        return findBump(repository, branch, build)
                .orElseGet(() -> edited(commits(repository, branch), ending, edit, message, build));
    }

    private String edited(List<Commit> commits, String ending, SourceEdit edit, String message, BuildId build) {
        Map<String, String> contents = new TreeMap<>(contents(commits));
        List<String> files = contents.keySet().stream()
                .filter(name -> !name.contains("/") && name.endsWith(ending))
                .toList();
        if (files.size() != 1) throw new Refused("Not one file " + ending + ": " + files);
        String before = Objects.requireNonNull(contents.get(files.getFirst()));
        String after = edit.edited(before, "Robin <robin@example.com>", DAY);
        contents.put(files.getFirst(), after);
        Set<String> changed = after.equals(before) ? Set.of() : Set.of(files.getFirst());
        return add(commits, message, changed, contents, build);
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

    private static Map<String, String> contents(List<Commit> commits) {
        return commits.isEmpty() ? Map.of() : commits.getLast().contents();
    }

    private String add(
            List<Commit> commits,
            String message,
            Set<String> files,
            Map<String, String> contents,
            @Nullable BuildId build) {
        String id = "%040x".formatted(0xc0ffee00L + made++);
        commits.add(new Commit(id, message, files, Map.copyOf(contents), build));
        return id;
    }

    private static int place(List<Commit> commits, String id) {
        List<String> ids = commits.stream().map(Commit::id).toList();
        if (!ids.contains(id)) throw new Refused("No commit " + id);
        return ids.indexOf(id);
    }
}
