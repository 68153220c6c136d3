package io.freshmaker.query.progress;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the processors in this process stumble over. They try again until it is gone. */
@Component
class LocalErrors {

    private final ObjectProvider<EventProcessingConfiguration> processing;

    LocalErrors(ObjectProvider<EventProcessingConfiguration> processing) {
        this.processing = processing;
    }

    @Nullable
    String of(String processor) {
        return processing
                .getObject()
                .eventProcessor(processor, StreamingEventProcessor.class)
                .flatMap(known -> known.processingStatus().values().stream()
                        .filter(status -> status != null && status.isErrorState())
                        .findFirst())
                .map(status -> String.valueOf(status.getError()))
                .orElse(null);
    }
}
