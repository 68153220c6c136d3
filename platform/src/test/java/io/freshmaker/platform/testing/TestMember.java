package io.freshmaker.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The platform as one process of several on a database. All of them live in this JVM, on ports that no other test uses. */
public final class TestMember implements AutoCloseable {

    public static final String SECRET = "a secret of the tests";

    private static final int PORT = ThreadLocalRandom.current().nextInt(20_000, 30_000);

    private final ConfigurableApplicationContext context;

    private TestMember(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static TestMember handler(TestDatabase database, Class<?>... parts) {
        return with(database, "handler", SECRET, parts);
    }

    public static TestMember sender(TestDatabase database, Class<?>... parts) {
        return with(database, "sender", SECRET, parts);
    }

    /** @param parts classes with bean methods, or beans themselves */
    public static TestMember with(TestDatabase database, String role, String secret, Class<?>... parts) {
        List<String> settings = new ArrayList<>(List.of(
                "spring.config.import=classpath:application-platform.yml",
                "spring.datasource.url=" + database.url(),
                "spring.datasource.hikari.maximum-pool-size=12",
                "spring.application.name=" + role,
                "freshmaker.cluster.role=" + role.toUpperCase(Locale.ROOT),
                "freshmaker.cluster.secret=" + secret,
                "freshmaker.cluster.port=" + PORT));
        return new TestMember(new SpringApplicationBuilder(Platform.class)
                .sources(parts)
                .web(WebApplicationType.NONE)
                .properties(settings.toArray(String[]::new))
                .run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Of one indicator, by its name. */
    public Health health(String indicator) {
        String bean = indicator + "HealthIndicator";
        String name = context.containsBean(bean) ? bean : indicator;
        return Objects.requireNonNull(
                context.getBean(name, HealthIndicator.class).health());
    }

    @Override
    public void close() {
        context.close();
    }

    /** No component, so that nobody's scan finds it. */
    @EnableAutoConfiguration
    @ComponentScan("io.freshmaker.platform")
    private static final class Platform {}
}
