package io.freshmaker.messaging.inbound;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** A bus that we listen to. */
interface Bus {

    /** As in "the bus cannot be listened to". */
    String name();

    /** Whether there is anything to listen to. */
    boolean isWanted();

    /** What we listen to there, for the log. */
    Object sources();

    /**
     * Connects and subscribes.
     *
     * @throws RuntimeException as its client library has them: like the others it means that the bus cannot be listened to now
     */
    Deliveries<?> listen() throws IOException, TimeoutException, InterruptedException;
}
