package io.freshmaker.command.adapter.distgit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.jspecify.annotations.Nullable;

/** Bare repositories under a folder, as on a dist-git server. */
final class BareRepositories {

    private final Path folder;

    BareRepositories(Path folder) {
        NoGitConfiguration.install();
        this.folder = folder;
    }

    String url() {
        return "file://" + folder;
    }

    Repository open(String name) throws IOException {
        Path place = folder.resolve(name.replaceFirst("^/", ""));
        Repository repository = FileRepositoryBuilder.create(place.toFile());
        if (!Files.exists(place.resolve("HEAD"))) repository.create(true);
        return repository;
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name.replaceFirst("^/", "")).resolve("HEAD"));
    }

    /** A commit that changes these files. */
    String push(String name, String branch, String message, Instant at, String... files) {
        try (Repository repository = open(name);
                ObjectInserter inserter = repository.newObjectInserter()) {
            ObjectId head = repository.resolve(Constants.R_HEADS + branch);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(tree(repository, inserter, head, message, files));
            if (head != null) commit.setParentId(head);
            PersonIdent who = new PersonIdent("Packager", "packager@example.com", at, ZoneOffset.UTC);
            commit.setAuthor(who);
            commit.setCommitter(who);
            commit.setMessage(message);
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = repository.updateRef(Constants.R_HEADS + branch);
            update.setNewObjectId(id);
            update.update();
            return id.name();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a file contains at the head of a branch. */
    String content(String name, String branch, String file) {
        try (Repository repository = open(name)) {
            ObjectId content = repository.resolve(Constants.R_HEADS + branch + ":" + file);
            return new String(repository.open(content).getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Newest first. */
    List<RevCommit> commits(String name, String branch) {
        try (Repository repository = open(name);
                RevWalk walk = new RevWalk(repository)) {
            walk.markStart(walk.parseCommit(repository.resolve(Constants.R_HEADS + branch)));
            List<RevCommit> commits = new ArrayList<>();
            walk.forEach(commits::add);
            return commits;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectId tree(
            Repository repository, ObjectInserter inserter, @Nullable ObjectId head, String content, String... files)
            throws IOException {
        DirCache index = DirCache.newInCore();
        DirCacheBuilder builder = index.builder();
        if (head != null) {
            try (RevWalk walk = new RevWalk(repository)) {
                ObjectId tree = walk.parseCommit(head).getTree();
                DirCache before = DirCache.read(walk.getObjectReader(), tree);
                for (int i = 0; i < before.getEntryCount(); i++) {
                    if (!List.of(files).contains(before.getEntry(i).getPathString())) builder.add(before.getEntry(i));
                }
            }
        }
        for (String file : files) {
            DirCacheEntry entry = new DirCacheEntry(file);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, (file + content).getBytes(StandardCharsets.UTF_8)));
            builder.add(entry);
        }
        builder.finish();
        return index.writeTree(inserter);
    }
}
