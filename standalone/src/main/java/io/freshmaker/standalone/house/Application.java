package io.freshmaker.standalone.house;

import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** The Spring application, closed within a limit so that PostgreSQL and the broker can still be closed in time. */
record Application(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Application.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(6);

    /** @param begin what is done when the settings are known and nothing is started yet */
    static Application run(Settings settings, Consumer<Environment> begin) {
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false); // PostgreSQL must outlive the context
        application.setDefaultProperties(settings.defaults());
        application.addInitializers(context -> begin.accept(context.getEnvironment()));
        return new Application(application.run(settings.fixed().entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new)));
    }

    URI url() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public void close() {
        Thread closing = Thread.ofPlatform().daemon().name("close-application").start(context::close);
        try {
            if (!closing.join(CLOSE_LIMIT)) {
                log.warn(
                        "The application did not end within {} s; what it had begun is done again at the next start",
                        CLOSE_LIMIT.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
