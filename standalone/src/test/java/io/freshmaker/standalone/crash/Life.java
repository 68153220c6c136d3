package io.freshmaker.standalone.crash;

import com.rabbitmq.client.SocketConfigurators;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** One life of the house: the real beans of every room over a database and a broker that outlive it. */
final class Life {

    private static final Duration LONGEST_DEATH = Duration.ofSeconds(10);
    private static final int CONNECTIONS = 20;

    private final Plug plug;
    private final List<ProcessHandle> childrenBefore = children();
    private final HikariDataSource pool = new HikariDataSource();
    private final @Nullable ConfigurableApplicationContext context;

    /** The rooms, without web server, PostgreSQL and broker of their own. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"io.freshmaker.platform", "io.freshmaker.command", "io.freshmaker.messaging", "io.freshmaker.query"
    })
    static class Rooms {}

    Life(String database, Map<String, Object> settings, @Nullable CrashPoint point) {
        plug = new Plug(point);
        pool.setJdbcUrl(database);
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(1);
        context = begin(settings);
    }

    /** It may die before it is fully there; then there is nobody to bury. */
    private @Nullable ConfigurableApplicationContext begin(Map<String, Object> settings) {
        try {
            return run(settings);
        } catch (RuntimeException e) {
            if (plug.isPulled()) return null;
            throw e;
        }
    }

    private ConfigurableApplicationContext run(Map<String, Object> settings) {
        return new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .properties(settings)
                .initializers(fresh -> wire((GenericApplicationContext) fresh))
                .run();
    }

    Plug plug() {
        return plug;
    }

    <T> T bean(Class<T> type) {
        return Objects.requireNonNull(context, "It is dead").getBean(type);
    }

    /** Ends it as a death would: the plug is out, the pipes to its builds close, and nothing that it still tries can be seen. */
    void kill() throws InterruptedException {
        plug.pull();
        Thread burial = Thread.ofPlatform().daemon().name("burial").start(this::close);
        burial.join(LONGEST_DEATH);
        children().stream().filter(child -> !childrenBefore.contains(child)).forEach(Life::awaitEnd);
    }

    void close() {
        if (context != null) context.close();
        pool.close();
    }

    private void wire(GenericApplicationContext fresh) {
        fresh.registerBean("dataSource", DataSource.class, () -> new CrashableDataSource(pool, plug));
        fresh.registerBean(
                ConnectionFactoryCustomizer.class,
                () -> broker -> broker.setSocketConfigurator(
                        SocketConfigurators.defaultConfigurator().andThen(this::hang)));
    }

    private void hang(Socket socket) {
        plug.hang(() -> {
            try {
                socket.close();
            } catch (IOException alreadyClosed) {
                // which is as good
            }
        });
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    private static void awaitEnd(ProcessHandle child) {
        child.onExit().orTimeout(LONGEST_DEATH.toSeconds(), TimeUnit.SECONDS).join();
    }
}
