package io.freshmaker.query.progress;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How far the projections have come. */
@Component
public class Progress {

    private final Marks marks;
    private final StoredFacts facts;
    private final LocalErrors errors;

    Progress(Marks marks, StoredFacts facts, LocalErrors errors) {
        this.marks = marks;
        this.facts = facts;
        this.errors = errors;
    }

    /**
     * The state of one projection.
     *
     * @param position in the feed, of the last fact that it has seen; 0 before the first
     * @param head the last position of the feed
     * @param lag how many stored facts it has not seen
     * @param error why it cannot go on, as far as this process knows
     */
    public record Projection(
            String name,
            long position,
            long head,
            long lag,
            boolean replaying,
            @Nullable String error) {}

    public Projection of(String name) {
        List<Mark> all = marks.of(name);
        long index =
                all.stream().map(Mark::index).min(Comparator.naturalOrder()).orElse(-1L);
        return new Projection(
                name,
                facts.positionUpTo(index),
                facts.head(),
                facts.countAfter(index),
                all.stream().anyMatch(Mark::replaying),
                errors.of(name));
    }

    boolean hasPassed(String name, long fact) {
        List<Mark> all = marks.of(name);
        return !all.isEmpty() && all.stream().allMatch(mark -> mark.hasPassed(fact));
    }
}
