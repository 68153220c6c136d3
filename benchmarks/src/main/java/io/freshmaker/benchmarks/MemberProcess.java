package io.freshmaker.benchmarks;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** The platform as one of several processes, and nothing else of the house. */
final class MemberProcess {

    static final String ARGUMENT = "member";
    private static final String READY = "ready";

    private MemberProcess() {}

    /** One that handles marks, in a process of its own. */
    static StartedProcess start(String jdbcUrl) throws Exception {
        return StartedProcess.start(OwnJvm.command(ARGUMENT, jdbcUrl), READY);
    }

    /** What that process does: until it is asked to end, or killed. */
    static void live(String jdbcUrl) throws InterruptedException {
        ConfigurableApplicationContext member = open(jdbcUrl, "handler", Thing.class);
        awaitReady(member);
        System.out.println(READY);
        Thread.currentThread().join();
    }

    static ConfigurableApplicationContext open(String jdbcUrl, String role, Class<?>... parts) {
        return new SpringApplicationBuilder(Platform.class)
                .sources(parts)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .properties(List.of(
                                "spring.config.name=member",
                                "spring.config.import=classpath:application-platform.yml",
                                "spring.application.name=" + role,
                                "spring.datasource.url=" + jdbcUrl,
                                "spring.datasource.hikari.maximum-pool-size=12",
                                "logging.level.root=error",
                                "freshmaker.cluster.role=" + role,
                                "freshmaker.cluster.port=18730",
                                "freshmaker.cluster.secret=a secret of the benchmark")
                        .toArray(String[]::new))
                .run();
    }

    static void awaitReady(ConfigurableApplicationContext member) throws InterruptedException {
        HealthIndicator commands = member.getBean("commandsHealthIndicator", HealthIndicator.class);
        while (!Objects.requireNonNull(commands.health()).getStatus().equals(Status.UP)) Thread.sleep(50);
    }

    /** No component, so that nobody's scan finds it. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan("io.freshmaker.platform")
    private static final class Platform {}
}
