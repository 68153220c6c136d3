package io.freshmaker.platform.wake;

import io.freshmaker.platform.settings.KnownSetting;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells other processes and listens to them, unless {@code freshmaker.wake-up} says that there are none. */
@Configuration(proxyBeanMethods = false)
@KnownSetting(
        name = "freshmaker.wake-up",
        choices = {"notify", "local"})
class WakeUpConfiguration {

    /** One process is alone with its database: who waits is woken inside it. */
    @Bean
    @ConditionalOnProperty(name = "freshmaker.wake-up", havingValue = "local")
    Neighbours noNeighbours() {
        return Neighbours.NONE;
    }

    /** There may be others. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "freshmaker.wake-up", havingValue = "notify", matchIfMissing = true)
    static class ByNotify {

        private final String self = UUID.randomUUID().toString();

        @Bean
        Notifier neighbours(JdbcConnectionDetails database) {
            return new Notifier(self, connection(database));
        }

        @Bean
        Listener wakeUpListener(JdbcConnectionDetails database, ObjectProvider<Sleeper> sleepers) {
            List<Sleeper> all = sleepers.stream().toList();
            return new Listener(self, connection(database), all, OwnConnection.LIMIT);
        }

        private static OwnConnection connection(JdbcConnectionDetails database) {
            return new OwnConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        }
    }
}
