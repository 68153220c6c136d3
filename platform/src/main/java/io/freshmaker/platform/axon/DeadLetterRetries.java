package io.freshmaker.platform.axon;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tries again what a policy failed at: Axon puts it aside without a word and never looks at it again. */
@Component
class DeadLetterRetries {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterRetries.class);
    private static final long PAUSE_S = 10;

    private final List<String> policies;
    private final EventProcessingConfiguration processing;

    DeadLetterRetries(List<Processor> processors, EventProcessingConfiguration processing) {
        this.policies = processors.stream()
                .filter(processor -> processor.kind() == Processor.Kind.POLICY)
                .map(Processor::group)
                .toList();
        this.processing = processing;
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
