package io.freshmaker.command.adapter.distgit;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.jspecify.annotations.Nullable;

/** The newest commits of a branch in a folder that is gone when this is closed; of a branch that was cut off, the rest is not here. */
final class FetchedBranch implements AutoCloseable {

    /** In our commits: the build that the commit is for. */
    static final String TRAILER = BuildId.TRAILER;

    private final Path folder;
    private final Repository repository;
    private ObjectId head = ObjectId.zeroId();

    FetchedBranch() throws IOException {
        folder = Files.createTempDirectory("freshmaker-dist-git-");
        repository = FileRepositoryBuilder.create(folder.toFile());
        repository.create(true);
    }

    Repository repository() {
        return repository;
    }

    void headIs(ObjectId commit) {
        head = commit;
    }

    ObjectId head() {
        return head;
    }

    /** All that are here, the newest first, with their messages. */
    List<RevCommit> commits() {
        return read(walk -> {
            walk.sort(RevSort.TOPO);
            walk.markStart(walk.parseCommit(head));
            List<RevCommit> commits = new ArrayList<>();
            for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) commits.add(commit);
            return commits;
        });
    }

    Optional<String> bumpFor(BuildId build) {
        return commits().stream()
                .filter(commit -> commit.getFooterLines(TRAILER).contains(build.value()))
                .map(RevCommit::name)
                .findFirst();
    }

    boolean has(ObjectId commit) {
        return commits().stream().anyMatch(commit::equals);
    }

    /** A commit on the head; it is in this folder only. */
    ObjectId commitOnHead(String message, Author author, Instant at, CommittedFiles files) {
        return read(walk -> {
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(files.of(repository, walk.parseCommit(head).getTree()));
            commit.setParentId(head);
            commit.setAuthor(author.at(at));
            commit.setCommitter(author.at(at));
            commit.setMessage(message);
            try (ObjectInserter inserter = repository.newObjectInserter()) {
                ObjectId id = inserter.insert(commit);
                inserter.flush();
                return id;
            }
        });
    }

    Set<String> changedFiles(ObjectId from, ObjectId to) {
        return read(walk -> differing(
                walk.getObjectReader(),
                walk.parseCommit(from).getTree(),
                walk.parseCommit(to).getTree()));
    }

    /** What a commit changed in its first parent; none when that parent was cut off. */
    Set<String> changedFiles(RevCommit commit) {
        return read(walk -> {
            if (walk.getObjectReader().getShallowCommits().contains(commit)) return Set.of();
            RevTree before = commit.getParentCount() == 0
                    ? null
                    : walk.parseCommit(commit.getParent(0)).getTree();
            return differing(walk.getObjectReader(), before, commit.getTree());
        });
    }

    @Override
    public void close() {
        repository.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static Set<String> differing(ObjectReader reader, @Nullable RevTree from, RevTree to) throws IOException {
        try (TreeWalk trees = new TreeWalk(reader)) {
            if (from == null) trees.addTree(new EmptyTreeIterator());
            else trees.addTree(from);
            trees.addTree(to);
            trees.setRecursive(true);
            trees.setFilter(TreeFilter.ANY_DIFF);
            Set<String> paths = new TreeSet<>();
            while (trees.next()) paths.add(trees.getPathString());
            return paths;
        }
    }

    private <T> T read(Reading<T> reading) {
        try (RevWalk walk = new RevWalk(repository)) {
            return reading.from(walk);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Unavailable unreadable(IOException e) {
        return new Unavailable("What was fetched into %s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }

    private interface Reading<T> {
        T from(RevWalk walk) throws IOException;
    }
}
