package io.freshmaker.query.progress;

import io.freshmaker.platform.axon.ProcessorFailures;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the processors in this process stumble over. They try again until it is gone. */
@Component
class LocalErrors {

    private final ObjectProvider<EventProcessingConfiguration> processing;
    private final ProcessorFailures failures;

    LocalErrors(ObjectProvider<EventProcessingConfiguration> processing, ProcessorFailures failures) {
        this.processing = processing;
        this.failures = failures;
    }

    @Nullable
    String of(String processor) {
        return failures.recent(processor).filter(_ -> !hasCaughtUp(processor)).orElse(null);
    }

    private boolean hasCaughtUp(String processor) {
        var segments = processing
                .getObject()
                .eventProcessor(processor, StreamingEventProcessor.class)
                .map(known -> known.processingStatus().values())
                .orElseThrow();
        return !segments.isEmpty()
                && segments.stream().allMatch(status -> status.isCaughtUp() && !status.isErrorState());
    }
}
