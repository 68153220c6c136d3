package io.freshmaker.query.readmodel;

import io.freshmaker.platform.axon.Processor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processor of the read models. */
@Configuration(proxyBeanMethods = false)
class ReadModelSetup {

    /**
     * Large batches: the plan of a large Event is thousands of facts, and each batch is one transaction. Half of what Axon reads
     * ahead, so that it reads while we write.
     */
    private static final int BATCH = 500;

    @Bean
    Processor readModelProcessor() {
        return Processor.projection(ReadModel.GROUP, BATCH);
    }
}
