package io.freshmaker.query.replay;

import io.freshmaker.query.event.EventProjection;
import io.freshmaker.query.progress.Progress;
import io.freshmaker.query.progress.Progress.Projection;
import io.freshmaker.query.web.ApiError;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Empties a projection and has it read every fact again. Nothing else hears of it: nothing is started or published twice. */
@Component
class Replay {

    private static final Logger log = LoggerFactory.getLogger(Replay.class);
    private static final List<String> NAMES = List.of(EventProjection.GROUP);

    private final ReentrantLock starting = new ReentrantLock();
    private final EventProcessingConfiguration processing;
    private final Progress progress;

    Replay(EventProcessingConfiguration processing, Progress progress) {
        this.processing = processing;
        this.progress = progress;
    }

    List<Projection> all() {
        return NAMES.stream().map(progress::of).toList();
    }

    /** Starts it and returns; its state says how far it is. */
    Projection start(String name) {
        StreamingEventProcessor processor = processor(name);
        if (!starting.tryLock()) throw busy(name);
        try {
            if (progress.of(name).replaying()) throw busy(name);
            log.info("Replay of projection {} begins", name);
            reset(name, processor);
            return progress.of(name);
        } finally {
            starting.unlock();
        }
    }

    private static void reset(String name, StreamingEventProcessor processor) {
        processor.shutDown();
        try {
            processor.resetTokens();
        } catch (UnableToClaimTokenException e) {
            throw new ApiError(HttpStatus.CONFLICT, "Projection '%s' runs in another process.".formatted(name));
        } finally {
            processor.start();
        }
    }

    private StreamingEventProcessor processor(String name) {
        if (!NAMES.contains(name)) {
            throw ApiError.notFound(
                    "There is no projection '%s'; there are: %s.".formatted(name, String.join(", ", NAMES)));
        }
        return processing
                .eventProcessor(name, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("Projection " + name + " has no processor"));
    }

    private static ApiError busy(String name) {
        return new ApiError(HttpStatus.CONFLICT, "Projection '%s' is being replayed already.".formatted(name));
    }
}
