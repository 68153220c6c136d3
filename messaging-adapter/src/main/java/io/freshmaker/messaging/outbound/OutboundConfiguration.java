package io.freshmaker.messaging.outbound;

import io.freshmaker.platform.axon.Processor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has facts brought to the publisher, in order and never in a replay. */
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    private static final int BATCH = 200;

    @Bean
    Processor publisherProcessor() {
        return Processor.process(Publisher.GROUP, BATCH);
    }
}
