package io.freshmaker.platform.axon;

import io.freshmaker.platform.wake.Neighbours;
import io.freshmaker.platform.wake.News;
import io.freshmaker.platform.wake.Sleeper;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tries again what a policy failed at: Axon puts it aside without a word and never looks at it again. */
@Component
public class DeadLetterRetries implements Sleeper {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterRetries.class);
    private static final long PAUSE_S = 10;

    private final List<String> policies;
    private final EventProcessingConfiguration processing;
    private final ObjectProvider<TaskScheduler> scheduler;
    private final Neighbours neighbours;
    private final Clock clock;

    DeadLetterRetries(
            List<Processor> processors,
            EventProcessingConfiguration processing,
            ObjectProvider<TaskScheduler> scheduler,
            Neighbours neighbours,
            Clock clock) {
        this.policies = processors.stream()
                .filter(processor -> processor.kind() == Processor.Kind.POLICY)
                .map(Processor::group)
                .toList();
        this.processing = processing;
        this.scheduler = scheduler;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    /** Does not wait for the end of the pause, neither here nor in other processes. */
    public void retryNow() {
        wake();
        neighbours.tell(News.LETTERS);
    }

    @Override
    public News waitsFor() {
        return News.LETTERS;
    }

    @Override
    public void wake() {
        scheduler.ifAvailable(tasks -> tasks.schedule(this::retryAll, clock.instant()));
    }

    @Scheduled(initialDelay = PAUSE_S, fixedDelay = PAUSE_S, timeUnit = TimeUnit.SECONDS)
    void retryAll() {
        try {
            policies.forEach(this::retry);
        } catch (RuntimeException e) {
            log.warn("Dead letters could not be looked at, again in {} s: {}", PAUSE_S, e.toString());
        }
    }

    private void retry(String policy) {
        processing.sequencedDeadLetterProcessor(policy).ifPresent(letters -> {
            while (letters.processAny()) log.info("Policy {} could react at last to what it had failed at", policy);
        });
    }
}
