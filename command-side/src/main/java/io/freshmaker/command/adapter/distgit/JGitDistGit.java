package io.freshmaker.command.adapter.distgit;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.DistGit;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.SourceEdit;
import io.freshmaker.command.port.Unavailable;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.transport.RemoteRefUpdate;

/** Reads and bumps dist-git by JGit (spec §9.6). A bump that fails is an error with git's words, never a commit that is not there. */
final class JGitDistGit implements DistGit {

    /** An earlier bump is looked for among so many commits. */
    private static final int SEARCHED = 100;

    /** Others push too: a bump is made again on their commits. */
    private static final RetryConfig AGAIN = RetryConfig.custom()
            .maxAttempts(10)
            .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(
                    Duration.ofMillis(100), 1.5, 0.5, Duration.ofSeconds(3)))
            .retryExceptions(Overtaken.class)
            .build();

    /** What servers say when two pushes meet. */
    private static final Pattern MET = Pattern.compile("(?i)lock|fast.?forward|fetch first|failed to update ref|stale");

    private final Branches branches;
    private final Author author;
    private final Clock clock;

    JGitDistGit(Branches branches, Author author, Clock clock) {
        this.branches = branches;
        this.author = author;
        this.clock = clock;
    }

    @Override
    public String head(String repository, String branch) {
        return branches.head(repository, branch);
    }

    @Override
    public Optional<String> findBump(String repository, String branch, BuildId build) {
        try (FetchedBranch fetched = branches.fetchToPush(repository, branch, SEARCHED)) {
            return fetched.bumpFor(build);
        }
    }

    @Override
    public String bump(String repository, String branch, String message, BuildId build) {
        return bump(repository, branch, CommittedFiles.UNCHANGED, message, build);
    }

    @Override
    public String bump(
            String repository, String branch, String ending, SourceEdit edit, String message, BuildId build) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        FileEdit change = new FileEdit(ending, content -> edit.edited(content, author.toString(), day));
        return bump(repository, branch, change, message, build);
    }

    private String bump(String repository, String branch, CommittedFiles files, String message, BuildId build) {
        return Retry.of("bump", AGAIN).executeSupplier(() -> bumpOnce(repository, branch, files, message, build));
    }

    @Override
    public Set<String> changedFiles(String repository, String branch, String from, String to) {
        ObjectId first = commit(from);
        ObjectId last = commit(to);
        try (FetchedBranch fetched = branches.fetch(repository, branch, SEARCHED)) {
            if (fetched.has(first) && fetched.has(last)) return fetched.changedFiles(first, last);
        }
        try (FetchedBranch fetched = branches.fetch(repository, branch, Branches.ALL)) {
            check(fetched, first, repository, branch);
            check(fetched, last, repository, branch);
            return fetched.changedFiles(first, last);
        }
    }

    private String bumpOnce(String repository, String branch, CommittedFiles files, String message, BuildId build) {
        try (FetchedBranch fetched = branches.fetchToPush(repository, branch, SEARCHED)) {
            return fetched.bumpFor(build).orElseGet(() -> {
                String text = "%s%n%n%s: %s%n".formatted(firstLine(message), FetchedBranch.TRAILER, build);
                ObjectId commit = fetched.commitOnHead(text, author, clock.instant(), files);
                return pushed(branches.push(fetched, commit, repository, branch), repository, branch);
            });
        }
    }

    private static String pushed(RemoteRefUpdate update, String repository, String branch) {
        String said = update.getMessage() == null ? update.getStatus().name() : update.getMessage();
        return switch (update.getStatus()) {
            case OK, UP_TO_DATE -> update.getNewObjectId().name();
            case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> throw new Overtaken(repository, branch, said);
            default -> {
                if (MET.matcher(said).find()) throw new Overtaken(repository, branch, said);
                throw new Refused("dist-git does not let us push to %s#%s: %s".formatted(repository, branch, said));
            }
        };
    }

    private static String firstLine(String message) {
        return message.strip().lines().findFirst().orElse("Bump to rebuild");
    }

    private static ObjectId commit(String id) {
        if (!ObjectId.isId(id)) throw new Refused("Not a commit: " + id);
        return ObjectId.fromString(id);
    }

    private static void check(FetchedBranch fetched, ObjectId commit, String repository, String branch) {
        if (fetched.has(commit)) return;
        throw new Refused("dist-git has no commit %s in %s#%s".formatted(commit.name(), repository, branch));
    }

    /** Somebody else pushed in between. */
    private static final class Overtaken extends Unavailable {
        Overtaken(String repository, String branch, String said) {
            super("Others pushed to %s#%s whenever we did: %s".formatted(repository, branch, said));
        }
    }
}
