package io.freshmaker.platform.axon;

/**
 * An event processor that a room brings along, as a bean. All are pooled and streaming, have one segment, start with the first
 * fact and try a failed batch again until it succeeds.
 *
 * @param batch how many facts it handles in one transaction when it lags behind
 */
public record Processor(String group, Kind kind, int batch) {

    /** What a processor does with facts, which says what may be done with the processor. */
    public enum Kind {
        /** Turns facts into rows: may be replayed at any time. */
        PROJECTION,
        /** Reacts to a fact: one that it fails at is put aside as a dead letter and tried again. */
        POLICY,
        /** Remembers, numbers or publishes: must see each fact in its order, and is never replayed. */
        PROCESS
    }

    public static Processor projection(String group, int batch) {
        return new Processor(group, Kind.PROJECTION, batch);
    }

    public static Processor policy(String group) {
        return new Processor(group, Kind.POLICY, 100);
    }

    public static Processor process(String group, int batch) {
        return new Processor(group, Kind.PROCESS, batch);
    }
}
