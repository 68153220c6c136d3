package io.freshmaker.platform.testing;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The platform as every service starts it, on a database of its own, with what a test brings along. */
public final class TestHouse implements AutoCloseable {

    private final TestDatabase database;
    private final ConfigurableApplicationContext context;

    private TestHouse(TestDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** @param parts classes with bean methods, or beans themselves */
    public static TestHouse with(Class<?>... parts) {
        return on(TestPostgres.fresh(), parts);
    }

    /** Another process, as it were, on a database that others use too. */
    public static TestHouse on(TestDatabase database, Class<?>... parts) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Platform.class)
                .sources(parts)
                .web(WebApplicationType.NONE)
                .properties("spring.config.import=classpath:application-platform.yml")
                .properties("spring.datasource.url=" + database.url())
                .run();
        return new TestHouse(database, context);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TestDatabase database() {
        return database;
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** No component, so that nobody's scan finds it. */
    @EnableAutoConfiguration
    @ComponentScan("io.freshmaker.platform")
    private static final class Platform {}
}
