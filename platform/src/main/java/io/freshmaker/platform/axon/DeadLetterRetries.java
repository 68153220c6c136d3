package io.freshmaker.platform.axon;

import java.time.Duration;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/** Tries again what a policy failed at: Axon puts it aside without a word and never looks at it again. */
@Component
class DeadLetterRetries implements SchedulingConfigurer {

    private static final Logger log = LoggerFactory.getLogger(DeadLetterRetries.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final List<String> policies;
    private final EventProcessingConfiguration processing;
    private final TaskScheduler scheduler;

    DeadLetterRetries(List<Processor> processors, EventProcessingConfiguration processing, TaskScheduler scheduler) {
        this.policies = processors.stream()
                .filter(processor -> processor.kind() == Processor.Kind.POLICY)
                .map(Processor::group)
                .toList();
        this.processing = processing;
        this.scheduler = scheduler;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.setTaskScheduler(scheduler);
        tasks.addFixedDelayTask(this::retryAll, PAUSE);
    }

    void retryAll() {
        policies.forEach(this::retry);
    }

    private void retry(String policy) {
        processing.sequencedDeadLetterProcessor(policy).ifPresent(letters -> {
            if (letters.processAny()) log.info("Policy {} could react at last to a fact that it had failed at", policy);
        });
    }
}
