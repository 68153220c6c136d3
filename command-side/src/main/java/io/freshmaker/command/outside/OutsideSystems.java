package io.freshmaker.command.outside;

import io.freshmaker.command.port.Unavailable;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalBiFunction;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Every system outside that this process calls. Whose circuit opens or closes is logged, and seen in health and metrics. */
@Component
public class OutsideSystems {

    private static final Logger log = LoggerFactory.getLogger(OutsideSystems.class);

    /** Of the last 20 calls at least 10 were made and half of them failed: nobody calls for 30 s, then three try. */
    private static final CircuitBreakerConfig CIRCUIT = CircuitBreakerConfig.custom()
            .slidingWindowSize(20)
            .minimumNumberOfCalls(10)
            .failureRateThreshold(50)
            .waitDurationInOpenState(Duration.ofSeconds(30))
            .permittedNumberOfCallsInHalfOpenState(3)
            .recordExceptions(Unavailable.class)
            .build();

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final double GROWTH = 2;
    private static final double JITTER = 0.5;

    private final CircuitBreakerRegistry circuits = CircuitBreakerRegistry.of(CIRCUIT);
    private final BulkheadRegistry places = BulkheadRegistry.ofDefaults();
    private final Map<String, Outside> systems = new ConcurrentHashMap<>();

    private final Duration firstPause;

    @Autowired
    public OutsideSystems(MeterRegistry meters) {
        this(meters, FIRST_PAUSE);
    }

    OutsideSystems(MeterRegistry meters, Duration firstPause) {
        this.firstPause = firstPause;
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(places).bindTo(meters);
    }

    /** The same name twice is the same system, with the politeness that was asked for first. */
    public Outside system(String name, Politeness politeness) {
        return systems.computeIfAbsent(name, _ -> polite(name, politeness));
    }

    private Outside polite(String name, Politeness politeness) {
        CircuitBreaker circuit = circuits.circuitBreaker(name);
        circuit.getEventPublisher()
                .onStateTransition(change -> log.warn(
                        "{}: the circuit is {} now, it was {}",
                        name,
                        change.getStateTransition().getToState(),
                        change.getStateTransition().getFromState()));
        Bulkhead bulkhead = places.bulkhead(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(politeness.maxCalls())
                        .maxWaitDuration(politeness.readTimeout())
                        .build());
        RetryConfig again = RetryConfig.custom()
                .maxAttempts(politeness.maxAttempts())
                .intervalBiFunction(pauses())
                .retryOnException(OutsideSystems::isWorthAnotherTry)
                .build();
        return new Outside(name, circuit, bulkhead, Retry.of(name, again));
    }

    /** Growing ones, but never shorter than the system asked for. */
    private IntervalBiFunction<Object> pauses() {
        IntervalFunction growing =
                IntervalFunction.ofExponentialRandomBackoff(firstPause, GROWTH, JITTER, LONGEST_PAUSE);
        return (attempt, failure) -> {
            long wanted = failure.isLeft() && failure.getLeft() instanceof NotNow not
                    ? not.pause().toMillis()
                    : 0;
            return Math.max(growing.apply(attempt), wanted);
        };
    }

    /** Nobody waits here for a system that wants to be left alone for long: the job comes back later. */
    private static boolean isWorthAnotherTry(Throwable failure) {
        boolean tooLong = failure instanceof NotNow not && not.pause().compareTo(LONGEST_PAUSE) > 0;
        return failure instanceof Unavailable && !tooLong;
    }

    /** The state of each system's circuit, e.g. {@code CLOSED}. */
    Map<String, String> circuits() {
        Map<String, String> states = new TreeMap<>();
        circuits.getAllCircuitBreakers()
                .forEach(circuit ->
                        states.put(circuit.getName(), circuit.getState().name()));
        return states;
    }
}
