package io.freshmaker.query.event;

import io.freshmaker.platform.axon.Processor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processor of the read models. */
@Configuration(proxyBeanMethods = false)
class EventSetup {

    /** Large batches: the plan of a large Event is thousands of facts, and each batch is one transaction. */
    private static final int BATCH = 500;

    @Bean
    Processor eventsProcessor() {
        return Processor.projection(EventProjection.GROUP, BATCH);
    }
}
