package io.freshmaker.standalone.simulation.broken;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A message is ticked off before its Event is registered. */
public class EventsRegisteredLate {

    @Bean
    Commands commands(CommandBus bus, TransactionManager transactions) {
        return new Commands(bus, transactions) {
            @Override
            public void sendAll(List<?> commands) {
                boolean late = !commands.isEmpty() && commands.getFirst() instanceof RegisterEvent;
                if (late) afterCommit(() -> super.sendAll(commands));
                else super.sendAll(commands);
            }
        };
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) work.run();
            }
        });
    }
}
