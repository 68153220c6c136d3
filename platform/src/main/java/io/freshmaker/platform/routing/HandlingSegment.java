package io.freshmaker.platform.routing;

import io.freshmaker.platform.command.CommandFailure;
import io.freshmaker.platform.command.Deadline;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Handles what comes from any member, this one included: a few at a time, so that a burst does not use up the connections to the
 * database; not at all what has expired, because a process that was paused finds its old commands when it wakes; and with
 * failures that can be told apart in another process.
 */
final class HandlingSegment implements CommandBus {

    private static final int AT_ONCE = 8;
    /**
     * Of a process that is paused in the middle of a command: whoever handles the next one for that aggregate waits for it. It is
     * a little less than what the members take to miss it.
     */
    private static final String LIMIT = "select set_config('idle_in_transaction_session_timeout', '6s', true)";

    private final CommandBus bus;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("handling-", 0).factory());

    private HandlingSegment(CommandBus bus) {
        this.bus = bus;
    }

    static HandlingSegment over(CommandBus bus, Clock clock, JdbcClient sql) {
        HandlingSegment segment = new HandlingSegment(bus);
        var _ = segment.registerHandlerInterceptor((unit, chain) -> {
            Deadline.check(unit.getMessage(), clock.instant());
            sql.sql(LIMIT).query(String.class).single();
            return chain.proceed();
        });
        return segment;
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
        workers.execute(() -> bus.dispatch(command));
    }

    @Override
    public <C, R> void dispatch(CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
        CommandCallback<C, R> detailed = (sent, result) -> callback.onResult(sent, withDetails(result));
        workers.execute(() -> bus.dispatch(command, detailed));
    }

    @Override
    public Registration subscribe(String command, MessageHandler<? super CommandMessage<?>> handler) {
        return bus.subscribe(command, handler);
    }

    @Override
    public Registration registerDispatchInterceptor(MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
        return bus.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return bus.registerHandlerInterceptor(interceptor);
    }

    /** Of an exception only message and details reach another process. */
    private static <R> CommandResultMessage<R> withDetails(CommandResultMessage<R> result) {
        if (!result.isExceptional()) return result;
        Throwable thrown = result.exceptionResult();
        return CommandFailure.of(thrown)
                .<CommandResultMessage<R>>map(failure -> GenericCommandResultMessage.asCommandResultMessage(
                        new CommandExecutionException(String.valueOf(thrown.getMessage()), thrown, failure)))
                .orElse(result);
    }
}
