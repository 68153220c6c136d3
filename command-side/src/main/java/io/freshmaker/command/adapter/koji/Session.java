package io.freshmaker.command.adapter.koji;

import java.util.concurrent.atomic.AtomicLong;

/** A session that a hub gave us: each call in it has the next number, from 0. */
final class Session {

    private final long id;
    private final String key;
    private final AtomicLong calls = new AtomicLong();

    Session(long id, String key) {
        this.id = id;
        this.key = key;
    }

    /** What the next call says of it. */
    Headers next() {
        return Headers.NONE
                .with("Koji-Session-Id", Long.toString(id))
                .with("Koji-Session-Key", key)
                .with("Koji-Session-Callnum", Long.toString(calls.getAndIncrement()));
    }

    @Override
    public String toString() {
        return "session " + id; // never its key
    }
}
