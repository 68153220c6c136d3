package io.freshmaker.platform.command;

import java.time.Duration;
import java.util.ArrayList;
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
 * Sends commands from processors and jobs. They are handled on a thread of their own, because on the local bus they would
 * otherwise join the sender's transaction; many go in chunks, each chunk in one transaction.
 */
public class Commands {

    private static final int CHUNK = 250;
    private static final Duration TIME_OUT = Duration.ofSeconds(30);

    private final CommandBus bus;
    private final TransactionManager transactions;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("commands-", 0).factory());

    public Commands(CommandBus bus, TransactionManager transactions) {
        this.bus = bus;
        this.transactions = transactions;
    }

    /** Sends one command and waits until it is committed; throws what its handler threw. */
    public void send(Object command) {
        sendAll(List.of(command));
    }

    /** Sends commands in order and waits until all are committed. When it throws, some may be: all must be repeatable. */
    public void sendAll(List<?> commands) {
        for (int from = 0; from < commands.size(); from += CHUNK) {
            List<Object> chunk = new ArrayList<>(commands.subList(from, Math.min(from + CHUNK, commands.size())));
            await(threads.submit(() -> handle(chunk)));
        }
    }

    private void handle(List<Object> chunk) {
        if (chunk.size() == 1) {
            dispatch(chunk.getFirst());
            return;
        }
        UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        var result = unit.executeWithResult(() -> {
            chunk.forEach(this::dispatch);
            return chunk.size();
        });
        if (result.isExceptional()) throw asRuntime(result.exceptionResult());
    }

    private void dispatch(Object command) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), answer);
        var result = answer.getResult(TIME_OUT.toSeconds(), TimeUnit.SECONDS);
        if (result.isExceptional()) throw asRuntime(result.exceptionResult());
    }

    private static void await(Future<?> handled) {
        try {
            handled.get(TIME_OUT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw asRuntime(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("A command took longer than " + TIME_OUT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a command was handled", e);
        }
    }

    private static RuntimeException asRuntime(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) return unchecked;
        return new CommandExecutionException("A command failed", thrown);
    }
}
