package io.freshmaker.standalone.simulation;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.house.SimulatedDatabase;
import io.freshmaker.standalone.simulation.house.Template;
import io.freshmaker.standalone.simulation.time.VirtualClock;
import io.freshmaker.standalone.world.RandomImages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Where one worker tries seeds one after the other: a database, and the definitions of the house's beans. */
final class Lab implements AutoCloseable {

    private static final String EMPTY = """
        select 'truncate ' || string_agg(table_name, ', ') || ' restart identity' from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema = 'public' and table_name not in (
            'flyway_schema_history', 'bus_position',
            'event_tally_view', 'build_tally_view', 'event_builds_view' -- triggers empty these
        )\
        """;

    static {
        // Axon keeps its clocks in statics; outside of a simulated world they go on as before
        GenericEventMessage.clock = VirtualClock.INSTANCE;
        AbstractTokenEntry.clock = VirtualClock.INSTANCE;
        GenericDeadLetter.clock = VirtualClock.INSTANCE;
    }

    private final TestDatabase real = TestPostgres.fresh();
    private final SimulatedDatabase database = new SimulatedDatabase(real.url());
    private final Path catalog;
    private final Template template;

    /** @param additions what a test brings along, instead of or beside what production has */
    Lab(Path folder, Class<?>... additions) throws IOException {
        Files.createDirectories(folder);
        catalog = Files.writeString(folder.resolve("catalog.yml"), "images: []\n");
        Path rules = Files.writeString(folder.resolve("rules.yml"), RandomImages.rules());
        template = new Template(database, settings(catalog, rules), additions);
    }

    SimulatedDatabase database() {
        return database;
    }

    Template template() {
        return template;
    }

    JdbcClient sql() {
        return real.sql();
    }

    /** Everything is as if nothing had ever happened. */
    void begin(String images, Faults faults) {
        database.begin(faults);
        sql().sql(sql().sql(EMPTY).query(String.class).single()).update();
        sql().sql("update bus_position set position = 0").update();
        sql().sql("alter sequence event_number restart").update();
        sql().sql("alter sequence build_number restart").update();
        try {
            Files.writeString(catalog, images);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the one process of standalone does at its start: whoever held a processor or a job is dead. */
    void freeClaims() {
        new ResourceDatabasePopulator(new ClassPathResource("db/embedded/afterMigrate__a_new_life.sql"))
                .execute(real.dataSource());
    }

    @Override
    public void close() {
        template.close();
        database.close();
        real.close();
    }

    /** The schema is there already. Nobody waits in real time for a position: the publisher's batch comes again instead. */
    private static Map<String, Object> settings(Path catalog, Path rules) {
        Map<String, String> all = Map.ofEntries(
                Map.entry("spring.config.import", "classpath:application-platform.yml"),
                Map.entry("spring.flyway.enabled", "false"),
                Map.entry("spring.sql.init.mode", "never"),
                Map.entry("spring.jpa.hibernate.ddl-auto", "none"),
                Map.entry("logging.config", "classpath:logback-simulation.xml"),
                Map.entry("spring.main.allow-bean-definition-overriding", "true"),
                Map.entry("freshmaker.auth", "none"),
                Map.entry("freshmaker.wake-up", "local"),
                Map.entry("freshmaker.build.process.command", "true"),
                Map.entry("freshmaker.build.retry-pause", "5s"),
                Map.entry("freshmaker.catch-up.interval", "30s"),
                Map.entry("freshmaker.catch-up.first", "1h"),
                Map.entry("freshmaker.bus.position-timeout", "1ms"),
                Map.entry("freshmaker.images.composes", "true"),
                Map.entry("freshmaker.follow-ups", "RebuildBundlesWithImages"),
                Map.entry("catalog", catalog.toString()),
                Map.entry("rules", rules.toString()));
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
