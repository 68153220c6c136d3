package io.freshmaker.command.adapter.errata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers that hold for a while, so that nobody is asked again. What is too old goes whenever something new comes. */
final class Remembered<V> {

    private final Map<String, Dated<V>> answers = new ConcurrentHashMap<>();
    private final Duration age;
    private final Clock clock;

    /** @param age how old an answer may be */
    Remembered(Duration age, Clock clock) {
        this.age = age;
        this.clock = clock;
    }

    private record Dated<V>(V value, Instant at) {}

    Optional<V> find(String question) {
        return Optional.ofNullable(answers.get(question)).filter(this::isFresh).map(Dated::value);
    }

    /** The same value, for who goes on with it. */
    V keep(String question, V value) {
        answers.values().removeIf(dated -> !isFresh(dated));
        answers.put(question, new Dated<>(value, clock.instant()));
        return value;
    }

    private boolean isFresh(Dated<V> dated) {
        return clock.instant().isBefore(dated.at().plus(age));
    }
}
