package io.freshmaker.platform.cluster;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.cluster.…}. A wrong one stops the start with a sentence that names it.
 *
 * @param role set by the services' main programs, never by a person
 * @param secret what all processes of an installation share; whoever does not know it is no member
 * @param bindAddress where the other processes reach this one: an address, a host name, or {@code site-local} for the private
 *     address of this machine
 * @param port where the others reach it; the next free one of the range is taken
 * @param portRange how many further ports may be tried
 */
@ConfigurationProperties("freshmaker.cluster")
public record ClusterSettings(
        @DefaultValue("none") Role role,
        @Nullable String secret,
        @DefaultValue("127.0.0.1") String bindAddress,
        @DefaultValue("7830") int port,
        @DefaultValue("20") int portRange) {

    private static final int SHORTEST_SECRET = 16;
    private static final int LAST_PORT = 65_535;
    private static final int MOST_PORTS = 1_000;

    public ClusterSettings {
        if (role != Role.NONE) checkSecret(secret);
        if (bindAddress.isBlank()) throw wrong("bind-address", "an address or a host name", "nothing");
        if (portRange < 0 || portRange > MOST_PORTS)
            throw wrong("port-range", "a number from 0 to " + MOST_PORTS, String.valueOf(portRange));
        int highest = LAST_PORT - 2 * portRange - 1; // failure detection takes as many ports above
        if (port < 1 || port > highest) throw wrong("port", "a number from 1 to " + highest, String.valueOf(port));
    }

    /** The secret is in no log. */
    @Override
    public String toString() {
        return "ClusterSettings[%s, %s:%d+%d]".formatted(role, bindAddress, port, portRange);
    }

    private static void checkSecret(@Nullable String secret) {
        int length = secret == null ? 0 : secret.strip().length();
        if (length >= SHORTEST_SECRET) return;
        throw wrong(
                "secret",
                "at least " + SHORTEST_SECRET + " characters, the same for every process",
                length == 0 ? "nothing" : length + " characters");
    }

    private static IllegalArgumentException wrong(String name, String expected, String found) {
        return new IllegalArgumentException(
                "freshmaker.cluster.%s: expected %s, found %s".formatted(name, expected, found));
    }
}
