package io.freshmaker.command.port;

import io.freshmaker.api.trigger.Trigger;
import java.time.Instant;
import java.util.List;

/**
 * Tells what has changed, for messages may be lost: somebody who asks it now and then misses nothing. Every method may throw
 * {@link Unavailable}.
 */
public interface TriggerSource {

    /** What people and metrics call it, e.g. {@code bodhi}. How far it was read is stored under it, so it never changes. */
    String name();

    /** What changed since then, oldest first; more than that does no harm, as each is registered once. */
    List<Trigger> since(Instant from);
}
