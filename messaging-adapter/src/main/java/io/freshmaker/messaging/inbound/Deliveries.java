package io.freshmaker.messaging.inbound;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What one connection to a broker delivers to us. A delivery that is neither accepted nor given back is delivered again, by
 * another connection. Used by one thread, but for {@link #end}.
 *
 * @param <H> what the broker knows a delivery by
 */
interface Deliveries<H> {

    /** The next ones in their order, at most so many; waits a moment for the first, and then there is none. */
    List<Arrived<H>> next(int most) throws IOException, InterruptedException;

    /** These are stored: the broker may forget them. */
    void accept(List<Arrived<H>> stored) throws IOException;

    /** The broker may deliver it again, at once. */
    void giveBack(Arrived<H> delivery) throws IOException;

    /** Nothing more is wanted; whoever waits in {@link #awaitEnd} goes on. From any thread. */
    void end();

    /** Whether no more is coming; waits so long for that. */
    boolean awaitEnd(Duration pause) throws InterruptedException;

    /** Leaves the broker; it does not matter whether that works. */
    void leave();
}
