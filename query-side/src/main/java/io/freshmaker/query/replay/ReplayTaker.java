package io.freshmaker.query.replay;

import io.freshmaker.platform.wake.News;
import io.freshmaker.platform.wake.Sleeper;
import io.freshmaker.query.progress.Progress;
import io.freshmaker.query.progress.ReplayRequest;
import io.freshmaker.query.progress.ReplayRequests;
import io.freshmaker.query.readmodel.ReadModel;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes up the wish for a replay where the processor of the read models runs. Rows, token and wish change in one transaction, so
 * that a death leaves either a wish for whoever gets the processor, or a replay that goes on there.
 */
@Component
class ReplayTaker implements Sleeper, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ReplayTaker.class);
    private static final long LOOK_EVERY_MS = 1_000;

    /** A long read holds up the emptying of a table, and that holds up all other reads: rather try again. */
    private static final String LOCK_LIMIT = "set local lock_timeout = '1s'";

    private final EventProcessingConfiguration processing;
    private final Progress progress;
    private final ReplayRequests requests;
    private final TransactionOperations transactions;
    private final JdbcTemplate sql;
    private volatile ScheduledExecutorService looking = idle();
    private volatile boolean running;
    private boolean troubled;

    ReplayTaker(
            EventProcessingConfiguration processing,
            Progress progress,
            ReplayRequests requests,
            TransactionOperations transactions,
            JdbcTemplate sql) {
        this.processing = processing;
        this.progress = progress;
        this.requests = requests;
        this.transactions = transactions;
        this.sql = sql;
    }

    @Override
    public News waitsFor() {
        return News.REPLAYS;
    }

    @Override
    public void wake() {
        if (running) looking.execute(this::look);
    }

    @Override
    public void start() {
        looking = idle();
        running = true;
        looking.scheduleWithFixedDelay(this::look, LOOK_EVERY_MS, LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        looking.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void look() {
        try {
            requests.last()
                    .filter(_ -> holdsProcessor() && !progress.isReading())
                    .ifPresent(this::beginOrEnd);
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) log.warn("Replays cannot be looked after for now: {}", e.toString()); // again in a second
            troubled = true;
        }
    }

    private boolean holdsProcessor() {
        return !processor().processingStatus().isEmpty();
    }

    private void beginOrEnd(ReplayRequest request) {
        if (request.isPending()) {
            take(request);
        } else {
            requests.end();
            log.info("Replay of projection {} has ended", request.projection());
        }
    }

    private void take(ReplayRequest request) {
        if (!requests.awaitNoticed()) return;
        StreamingEventProcessor processor = processor();
        processor.shutDown();
        try {
            transactions.executeWithoutResult(_ -> begin(request, processor));
            log.info("Replay of projection {} begins", request.projection());
        } catch (UnableToClaimTokenException e) {
            log.info("The processor of the read models went to another process, which takes up the replay");
        } finally {
            processor.start();
        }
    }

    private void begin(ReplayRequest request, StreamingEventProcessor processor) {
        sql.execute(LOCK_LIMIT);
        processor.resetTokens(request.projection());
        requests.start();
    }

    private StreamingEventProcessor processor() {
        return processing
                .eventProcessor(ReadModel.GROUP, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("The read models have no processor"));
    }

    private static ScheduledExecutorService idle() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("replay-taker").factory());
    }
}
