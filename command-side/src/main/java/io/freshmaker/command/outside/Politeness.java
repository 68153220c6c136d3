package io.freshmaker.command.outside;

import java.time.Duration;

/**
 * How much of a system outside we want (contract §7). A wrong value stops the start with a sentence that names the setting.
 *
 * @param connectTimeout how long it may take until it listens
 * @param readTimeout how long it may take to answer
 * @param maxAttempts how often one question is asked, with growing pauses, 1 to 10
 * @param maxCalls how many questions it is asked at once, at least 1
 */
public record Politeness(Duration connectTimeout, Duration readTimeout, int maxAttempts, int maxCalls) {

    private static final int MOST_ATTEMPTS = 10;

    public static Politeness of(
            String prefix, Duration connectTimeout, Duration readTimeout, int maxAttempts, int maxCalls) {
        checkPositive(prefix + ".connect-timeout", connectTimeout);
        checkPositive(prefix + ".read-timeout", readTimeout);
        check(prefix + ".max-attempts", maxAttempts, MOST_ATTEMPTS);
        check(prefix + ".max-calls", maxCalls, Integer.MAX_VALUE);
        return new Politeness(connectTimeout, readTimeout, maxAttempts, maxCalls);
    }

    private static void checkPositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": expected a duration above zero, found " + value);
        }
    }

    private static void check(String name, int value, int most) {
        if (value < 1 || value > most) {
            String expected = most == Integer.MAX_VALUE ? "at least 1" : "1 to " + most;
            throw new IllegalArgumentException("%s: expected %s, found %d".formatted(name, expected, value));
        }
    }
}
