package io.freshmaker.command.outside;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call that an adapter makes of its system.
 *
 * @param call the name that a {@link FaultMatrix} gives to requests of it
 * @param when who makes it; empty where only one does
 * @param site where production code makes it
 * @param skipped how many requests of that name come before the one that is meant
 * @param order whether it has something done there, and is therefore never sent again blindly
 * @param making has the adapter make it
 * @param again what the job does the next time; null where it does the same
 * @param exceptions what is different from {@link Expected#of}
 */
public record Row<W>(
        String call,
        String when,
        String site,
        int skipped,
        boolean order,
        Making<W> making,
        @Nullable Effects<W> again,
        Map<Fault, Expected> exceptions) {

    /** How the world's system is called through a line. */
    @FunctionalInterface
    public interface Making<W> {
        void make(W world, URI url, Politeness politeness) throws Exception;
    }

    /** Does it once more, without a fault, and counts how often it was done there then. */
    @FunctionalInterface
    public interface Effects<W> {
        int afterAnotherTry(W world) throws Exception;
    }

    /** How a call ends for whom asked for it. */
    public enum End {
        FINE,
        UNAVAILABLE,
        REFUSED
    }

    /** @param sent how often the request is sent */
    public record Expected(End end, int sent) {

        /** A question that is not answered is asked twice, an order is given once. */
        static Expected of(Fault fault, boolean order) {
            if (fault == Faults.REFUSED) return new Expected(End.UNAVAILABLE, 0);
            if (fault == Faults.BROKEN_ONCE) return order ? of(Faults.BROKEN, true) : new Expected(End.FINE, 2);
            return new Expected(End.UNAVAILABLE, order ? 1 : 2);
        }
    }

    public static <W> Row<W> asks(String call, String when, Making<W> making) {
        return new Row<>(call, when, call, 0, false, making, null, Map.of());
    }

    public static <W> Row<W> orders(String call, String when, Making<W> making, @Nullable Effects<W> again) {
        return new Row<>(call, when, call, 0, true, making, again, Map.of());
    }

    /** The one after so many of the same name. */
    public Row<W> after(int skipped) {
        return new Row<>(call, when, site, skipped, order, making, again, exceptions);
    }

    public Row<W> at(String site) {
        return new Row<>(call, when, site, skipped, order, making, again, exceptions);
    }

    /** With another end, which comes after one request. */
    public Row<W> but(End end, Fault... faults) {
        return but(end, 1, faults);
    }

    public Row<W> but(End end, int sent, Fault... faults) {
        Map<Fault, Expected> more = new HashMap<>(exceptions);
        for (Fault fault : faults) more.put(fault, new Expected(end, sent));
        return new Row<>(call, when, site, skipped, order, making, again, Map.copyOf(more));
    }

    Expected expected(Fault fault) {
        return exceptions.getOrDefault(fault, Expected.of(fault, order));
    }

    @Override
    public String toString() {
        return when.isEmpty() ? call : call + " (" + when + ")";
    }
}
