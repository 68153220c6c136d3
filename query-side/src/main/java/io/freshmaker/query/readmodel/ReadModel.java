package io.freshmaker.query.readmodel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.replay.ResetContext;

/** A projection and its rows. All share one processor, and each can be replayed alone or all together. */
public enum ReadModel {
    EVENTS("event-view"),
    BUILDS("build-view"),
    PLANS("plan-view"),
    COMPOSES("compose-view");

    /**
     * The processing group of every read model: one, so that a reader who sees an Event as complete also sees the ends of all of
     * its builds. As the name of a projection it means all of them.
     */
    public static final String GROUP = "events";

    private final String projection;

    ReadModel(String projection) {
        this.projection = projection;
    }

    /** What can be replayed: all together, or one. */
    public static List<String> projections() {
        return Stream.concat(Stream.of(GROUP), Arrays.stream(values()).map(model -> model.projection))
                .toList();
    }

    /** Whether a fact is for it: each new one is, and during a replay those of a replay that it takes part in. */
    public boolean sees(EventMessage<?> fact) {
        return !ReplayToken.isReplay(fact)
                || ReplayToken.replayContext(fact, String.class)
                        .map(this::isPartOf)
                        .orElse(true);
    }

    /** Whether its rows go when a replay begins. */
    public boolean isEmptiedBy(ResetContext<?> reset) {
        return !(reset.getPayload() instanceof String replayed) || isPartOf(replayed);
    }

    /** Whether all rows of all read models go when that replay begins. */
    public static boolean allAreEmptiedBy(ResetContext<?> reset) {
        return Arrays.stream(values()).allMatch(model -> model.isEmptiedBy(reset));
    }

    private boolean isPartOf(String replayed) {
        return replayed.equals(GROUP) || replayed.equals(projection);
    }
}
