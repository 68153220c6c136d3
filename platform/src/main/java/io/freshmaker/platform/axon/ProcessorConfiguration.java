package io.freshmaker.platform.axon;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Sets every processor explicitly: Axon's defaults log an error and go on, read with a tracking processor for each saga, and
 * store the number of segments at the first start.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling // for DeadLetterRetries
class ProcessorConfiguration {

    /** How often a process looks for a segment that nobody holds: the claims of one that died are void after 10 s. */
    private static final long CLAIM_INTERVAL_MS = 2_000;

    @Bean
    ConfigurerModule processorSettings(
            List<Processor> processors,
            ConnectionProvider connections,
            DeadLetterSchema schema,
            ProcessorFailures failures,
            ObjectProvider<ProcessorThreads> threads) {
        ProcessorThreads each = threads.getIfAvailable(() -> ProcessorConfiguration::oneThread);
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing.registerDefaultErrorHandler(_ -> failures);
            processing.registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance());
            processors.forEach(processor -> register(processing, processor, each));
            processors.stream()
                    .filter(processor -> processor.kind() == Processor.Kind.PROCESS)
                    .map(Processor::group)
                    .forEach(group -> processing.registerHandlerInterceptor(
                            group, axon -> new Fence(group, axon.getComponent(TokenStore.class))));
            processors.stream()
                    .filter(processor -> processor.kind() == Processor.Kind.POLICY)
                    .forEach(policy -> processing.registerDeadLetterQueue(
                            policy.group(), axon -> deadLetters(policy.group(), connections, schema, axon)));
        };
    }

    private static void register(EventProcessingConfigurer processing, Processor processor, ProcessorThreads threads) {
        processing.registerPooledStreamingEventProcessor(
                processor.group(),
                axon -> processor.kind() == Processor.Kind.PROJECTION
                        ? new ReadAhead(axon.eventStore())
                        : axon.eventStore(),
                (_, builder) -> settings(processor, threads, builder));
    }

    private static PooledStreamingEventProcessor.Builder settings(
            Processor processor, ProcessorThreads threads, PooledStreamingEventProcessor.Builder builder) {
        builder.initialSegmentCount(1)
                .batchSize(processor.batch())
                .enableCoordinatorClaimExtension()
                .tokenClaimInterval(CLAIM_INTERVAL_MS)
                .coordinatorExecutor(name -> threads.named(name + "-coordinator"))
                .workerExecutor(threads::named);
        return processor.kind() == Processor.Kind.PROJECTION
                ? builder
                : builder.initialToken(StreamableMessageSource::createTailToken);
    }

    /** Platform threads: pooled processors on virtual ones are half as fast (architecture, decision 14). */
    private static ScheduledExecutorService oneThread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    private static JdbcSequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String group,
            ConnectionProvider connections,
            DeadLetterSchema schema,
            org.axonframework.config.Configuration axon) {
        return new JdbcSequencedDeadLetterQueue.Builder<EventMessage<?>>()
                .processingGroup(group)
                .connectionProvider(connections)
                .schema(schema)
                .transactionManager(axon.getComponent(TransactionManager.class))
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .build();
    }
}
