package io.freshmaker.standalone.crash;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** One life of the house: the real beans of every room over a database and a broker that outlive it. */
final class Life {

    private static final Duration LONGEST_DEATH = Duration.ofSeconds(5);

    private final Plug plug;
    private final HikariDataSource pool = new HikariDataSource();
    private final ConfigurableApplicationContext context;
    private final List<ProcessHandle> before = children();

    /** Its rooms, without web server and broker of its own. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"io.freshmaker.platform", "io.freshmaker.command", "io.freshmaker.query"})
    static class Rooms {}

    Life(String database, Map<String, Object> settings, @Nullable CrashPoint point) {
        plug = new Plug(point);
        pool.setJdbcUrl(database);
        pool.setMaximumPoolSize(20);
        pool.setMinimumIdle(1);
        context = new SpringApplicationBuilder(Rooms.class)
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
        return context.getBean(type);
    }

    /** Nothing that it still does on its way can be seen: the plug is out. Its builds' pipes are closed by it, as by a death. */
    void bury() throws InterruptedException {
        plug.pull();
        Thread burial = Thread.ofPlatform().daemon().name("burial").start(this::close);
        burial.join(LONGEST_DEATH);
        for (ProcessHandle child : children()) {
            if (!before.contains(child)) awaitEnd(child);
        }
    }

    void close() {
        context.close();
        pool.close();
    }

    private void wire(GenericApplicationContext fresh) {
        fresh.registerBean("dataSource", DataSource.class, () -> new CrashableDataSource(pool, plug));
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    private static void awaitEnd(ProcessHandle child) {
        child.onExit().orTimeout(LONGEST_DEATH.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
    }
}
