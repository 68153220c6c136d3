package io.freshmaker.platform.command;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    Commands commands(CommandBus bus, TransactionManager transactions) {
        return new Commands(bus, transactions);
    }
}
