package io.freshmaker.platform.axon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.ErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.stereotype.Component;

/**
 * Remembers what processors of this process stumbled over last, and has them try again. Axon itself forgets it as soon as it has
 * given the segment back.
 */
@Component
public final class ProcessorFailures implements ErrorHandler {

    /** The next try comes a minute later at the most, so that what is older has been overcome. */
    private static final Duration RECENT = Duration.ofSeconds(90);

    private final Map<String, Failure> last = new ConcurrentHashMap<>();
    private final Clock clock;

    private record Failure(String what, Instant at) {}

    ProcessorFailures(Clock clock) {
        this.clock = clock;
    }

    /** That a segment belongs to another process now is no failure. */
    @Override
    public void handleError(ErrorContext context) throws Exception {
        if (!(context.error() instanceof UnableToClaimTokenException))
            last.put(context.eventProcessor(), new Failure(context.error().toString(), clock.instant()));
        PropagatingErrorHandler.instance().handleError(context);
    }

    /** What it stumbled over, unless that is over for certain. */
    public Optional<String> recent(String processor) {
        return Optional.ofNullable(last.get(processor))
                .filter(failure -> failure.at().isAfter(clock.instant().minus(RECENT)))
                .map(Failure::what);
    }
}
