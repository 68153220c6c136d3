package io.freshmaker.platform.command;

import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    Commands commands(CommandBus bus, TransactionManager transactions, Clock clock) {
        return bus instanceof DistributedCommandBus
                ? Commands.acrossProcesses(bus, clock)
                : new Commands(bus, transactions);
    }
}
