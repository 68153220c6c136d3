package io.freshmaker.platform.axon;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Lets a processor begin a batch only while it holds its segment, and holds it until the batch is committed. What handlers do
 * outside of their transaction (sagas send commands) would otherwise be done by a process that was frozen, woke up after another
 * had taken its place, and took for news what that one had already counted.
 */
final class Fence implements MessageHandlerInterceptor<EventMessage<?>> {

    private final String processor;
    private final TokenStore tokens;

    Fence(String processor, TokenStore tokens) {
        this.processor = processor;
        this.tokens = tokens;
    }

    @Override
    public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> batch, InterceptorChain chain)
            throws Exception {
        boolean first = batch.root().resources().putIfAbsent(Fence.class.getName(), processor) == null;
        if (first) tokens.extendClaim(processor, segment(batch));
        return chain.proceed();
    }

    /** Axon's worker says it under this name. */
    private int segment(UnitOfWork<?> batch) {
        Integer segment = batch.root().getResource("Processor[" + processor + "]/SegmentId");
        if (segment == null) throw new IllegalStateException("No segment is known of " + processor);
        return segment;
    }
}
