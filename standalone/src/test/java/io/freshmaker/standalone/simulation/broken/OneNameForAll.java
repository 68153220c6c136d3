package io.freshmaker.standalone.simulation.broken;

import java.util.Objects;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;

/** All processes have the same name on their claims, so each thinks that it has them. */
public class OneNameForAll {

    @Bean
    static BeanPostProcessor sameName(BeanFactory beans) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof TokenStore ? same(beans) : bean;
            }
        };
    }

    private static TokenStore same(BeanFactory beans) {
        return JdbcTokenStore.builder()
                .connectionProvider(beans.getBean(ConnectionProvider.class))
                .schema(beans.getBean(TokenSchema.class))
                .serializer(Objects.requireNonNull(beans.getBean("serializer", Serializer.class)))
                .nodeId("the one and only")
                .build();
    }
}
