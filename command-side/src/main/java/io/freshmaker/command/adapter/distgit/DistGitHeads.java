package io.freshmaker.command.adapter.distgit;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.TriggerSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.revwalk.RevCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was pushed to the followed branches: commits that are newer than asked for, by their own time, among the newest
 * {@value #DEPTH}; and the head even when it is a day older, as commits are made before they are pushed. Our own bumps never count.
 */
final class DistGitHeads implements TriggerSource {

    private static final Logger log = LoggerFactory.getLogger(DistGitHeads.class);

    private static final int DEPTH = 50;
    private static final Duration BEFORE_PUSHED = Duration.ofDays(1);

    private final Branches branches;
    private final List<FollowedBranch> followed;

    DistGitHeads(Branches branches, List<FollowedBranch> followed) {
        this.branches = branches;
        this.followed = followed;
    }

    @Override
    public String name() {
        return "dist-git";
    }

    @Override
    public List<Trigger> since(Instant from) {
        return followed.stream().flatMap(branch -> pushes(branch, from)).toList();
    }

    /** A branch that is gone must not keep us from the others, so it is only said. */
    private Stream<Trigger> pushes(FollowedBranch branch, Instant from) {
        try (FetchedBranch fetched = branches.fetch(branch.repository(), branch.branch(), DEPTH + 1)) {
            return triggers(branch, fetched, from).stream();
        } catch (Refused e) {
            log.warn("{} cannot be followed: {}", branch, e.getMessage());
            return Stream.empty();
        }
    }

    private static List<Trigger> triggers(FollowedBranch branch, FetchedBranch fetched, Instant from) {
        List<RevCommit> newestFirst = fetched.commits();
        return newestFirst.reversed().stream()
                .filter(commit -> isNew(commit, commit.equals(fetched.head()), from))
                .filter(commit -> commit.getFooterLines(FetchedBranch.TRAILER).isEmpty())
                .flatMap(commit -> branch.trigger(commit.name(), fetched.changedFiles(commit)).stream())
                .toList();
    }

    private static boolean isNew(RevCommit commit, boolean head, Instant from) {
        Instant made = commit.getCommitterIdent().getWhenAsInstant();
        return !made.isBefore(head ? from.minus(BEFORE_PUSHED) : from);
    }
}
