package io.freshmaker.query.progress;

import io.freshmaker.query.readmodel.ReadModel;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the projections have come. */
@Component
public class Progress {

    private static final Mark NONE = Mark.of(null);

    private final Marks marks;
    private final StoredFacts facts;
    private final LocalErrors errors;
    private final ReplayRequests requests;
    private final Clock clock;

    Progress(Marks marks, StoredFacts facts, LocalErrors errors, ReplayRequests requests, Clock clock) {
        this.marks = marks;
        this.facts = facts;
        this.errors = errors;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * The state of one projection.
     *
     * @param position in the feed, of the last fact that it has seen; 0 before the first
     * @param head the last position of the feed
     * @param lag how many stored facts it has not seen
     * @param replaying whether rows may be missing because it is replayed, or is about to be
     * @param replay how far that is; null if it is not replayed
     * @param error why it cannot go on, as far as this process knows
     */
    public record Projection(
            String name,
            long position,
            long head,
            long lag,
            boolean replaying,
            @Nullable Replaying replay,
            @Nullable String error) {}

    public Projection of(String name) {
        Mark mark = slowest();
        ReplayRequest request = underWay(mark).orElse(null);
        boolean replayed = request != null && request.concerns(name, ReadModel.GROUP);
        long index = replayed ? mark.index() : Math.max(mark.index(), mark.reset());
        return new Projection(
                name,
                facts.positionUpTo(index),
                facts.head(),
                facts.countAfter(index),
                replayed,
                request == null || !replayed ? null : replaying(request, mark),
                errors.of(ReadModel.GROUP));
    }

    /** The replay that is under way, or is about to be: rows may be missing. */
    public Optional<Replaying> replaying() {
        if (requests.lastThatMatters().isEmpty()) return Optional.empty(); // nearly always, and asked for each answer
        Mark mark = slowest();
        return underWay(mark).map(request -> replaying(request, mark));
    }

    /** Whether the processor reads again what it has read before. */
    public boolean isReading() {
        return slowest().replaying();
    }

    /** The position in the feed of the newest fact that the read models know; of those next to it some may be unknown. */
    public long position() {
        return facts.positionUpTo(slowest().index());
    }

    /** Which facts, by their index in the store, the read models knew when this was asked. */
    public LongPredicate passed() {
        List<Mark> all = marks.of(ReadModel.GROUP);
        return fact -> !all.isEmpty() && all.stream().allMatch(mark -> mark.hasPassed(fact));
    }

    boolean hasPassed(long fact) {
        return passed().test(fact);
    }

    private Mark slowest() {
        return marks.of(ReadModel.GROUP).stream()
                .min(Comparator.comparing(Mark::index))
                .orElse(NONE);
    }

    private Optional<ReplayRequest> underWay(Mark mark) {
        return requests.last().filter(request -> request.isPending() || mark.replaying());
    }

    private Replaying replaying(ReplayRequest request, Mark mark) {
        if (request.isPending()) return Replaying.of(request, 0, facts.head(), clock.instant());
        return Replaying.of(
                request, facts.positionUpTo(mark.index()), facts.positionUpTo(mark.reset()), clock.instant());
    }
}
