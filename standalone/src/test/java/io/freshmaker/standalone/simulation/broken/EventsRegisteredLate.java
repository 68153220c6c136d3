package io.freshmaker.standalone.simulation.broken;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.TriggerSource;
import io.freshmaker.platform.command.Commands;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** A message is ticked off before its Event is registered; nobody catches up with what is missing then. */
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

    @Bean
    static BeanPostProcessor nobodyCatchesUp() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof TriggerSource ? new Silent() : bean;
            }
        };
    }

    private record Silent() implements TriggerSource {

        @Override
        public String name() {
            return "silence";
        }

        @Override
        public List<Trigger> since(Instant from) {
            return List.of();
        }
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
