package io.freshmaker.platform.command;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Within one process: on a thread of their own, because on the local bus commands would otherwise join the sender's transaction;
 * many in order and in one transaction.
 */
final class LocalSending implements Sending {

    private static final int CHUNK = 250;

    private final CommandBus bus;
    private final TransactionManager transactions;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("commands-", 0).factory());

    LocalSending(CommandBus bus, TransactionManager transactions) {
        this.bus = bus;
        this.transactions = transactions;
    }

    @Override
    public int most() {
        return CHUNK;
    }

    @Override
    public void send(List<?> commands, Duration limit) {
        await(threads.<@Nullable Void>submit(() -> handle(commands, limit)), limit);
    }

    @Override
    public @Nullable Object ask(Object command, Duration limit) {
        return await(threads.<@Nullable Object>submit(() -> dispatch(command, limit)), limit);
    }

    private @Nullable Void handle(List<?> chunk, Duration limit) {
        if (chunk.size() == 1) {
            dispatch(chunk.getFirst(), limit);
            return null;
        }
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        var result = unit.executeWithResult(() -> {
            chunk.forEach(command -> dispatch(command, limit));
            return chunk.size();
        });
        if (result.isExceptional()) throw asRuntime(result.exceptionResult());
        return null;
    }

    private @Nullable Object dispatch(Object command, Duration limit) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), answer);
        var result = answer.getResult(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (result.isExceptional()) throw asRuntime(result.exceptionResult());
        return result.getPayload();
    }

    private static <T extends @Nullable Object> T await(Future<T> handled, Duration limit) {
        try {
            return handled.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw asRuntime(e.getCause());
        } catch (TimeoutException e) {
            throw new NotHandled("A command took longer than " + limit.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command was handled", e);
        }
    }

    static RuntimeException asRuntime(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) return unchecked;
        return new CommandExecutionException("A command failed", thrown);
    }
}
