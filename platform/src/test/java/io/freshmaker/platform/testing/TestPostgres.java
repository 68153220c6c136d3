package io.freshmaker.platform.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One PostgreSQL for each JVM that runs tests, started when first asked for. Every migration on the class path is applied
 * once, to a template; a fresh database is a copy of it and takes some tens of milliseconds.
 */
public final class TestPostgres {

    private static final String TEMPLATE = "house";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** An empty database with the whole schema. */
    public static TestDatabase fresh() {
        String name = "test_" + DATABASES.incrementAndGet();
        Server.create(name + " template " + TEMPLATE);
        return new TestDatabase(Server.url(name));
    }

    /** Its start is lazy and happens once, because a class is initialised once. */
    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        static {
            create(TEMPLATE);
            Flyway.configure()
                    .dataSource(POSTGRES.getDatabase("postgres", TEMPLATE))
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "32MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("No PostgreSQL for the tests", e);
            }
        }

        private static synchronized void create(String what) {
            JdbcClient.create(POSTGRES.getPostgresDatabase())
                    .sql("create database " + what)
                    .update();
        }

        private static String url(String name) {
            return POSTGRES.getJdbcUrl("postgres", name);
        }
    }
}
