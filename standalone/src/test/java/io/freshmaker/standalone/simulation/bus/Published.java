package io.freshmaker.standalone.simulation.bus;

import java.util.Arrays;

/** A message that a process published. */
public record Published(String exchange, String routingKey, String id, byte[] body) {

    /** Whether a message that was published again is the same to the last byte. */
    public boolean isSameAs(Published other) {
        return exchange.equals(other.exchange)
                && routingKey.equals(other.routingKey)
                && Arrays.equals(body, other.body);
    }
}
