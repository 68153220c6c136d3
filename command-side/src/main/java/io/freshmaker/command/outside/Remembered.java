package io.freshmaker.command.outside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers that are good for a while: so many at the most, those that nobody asked for the longest go first. */
public final class Remembered<K, V> {

    private final Duration lifetime;
    private final Clock clock;
    private final Map<K, Aged<V>> answers;

    private record Aged<V>(V value, Instant since) {}

    public Remembered(Duration lifetime, int most, Clock clock) {
        this.lifetime = lifetime;
        this.clock = clock;
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Aged<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** Nothing where it is not known, or too old. */
    public synchronized Optional<V> get(K key) {
        Aged<V> aged = answers.get(key);
        if (aged == null) return Optional.empty();
        if (clock.instant().isBefore(aged.since().plus(lifetime))) return Optional.of(aged.value());
        answers.remove(key);
        return Optional.empty();
    }

    public synchronized void put(K key, V value) {
        answers.put(key, new Aged<>(value, clock.instant()));
    }

    /** What is known; otherwise what is new, from now on. Nobody else asks meanwhile, so it must be quick. */
    public synchronized V getOr(K key, Supplier<V> fresh) {
        return get(key).orElseGet(() -> {
            V value = fresh.get();
            put(key, value);
            return value;
        });
    }

    /** What is known; otherwise what is answered, once it is. Who asks the same meanwhile does so for himself. */
    public V orAsk(K key, Supplier<V> question) {
        Optional<V> known = get(key);
        if (known.isPresent()) return known.get();
        V answer = question.get();
        put(key, answer);
        return answer;
    }

    public synchronized void forget(K key) {
        answers.remove(key);
    }
}
