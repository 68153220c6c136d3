package io.freshmaker.platform.service;

import io.freshmaker.platform.cluster.ClusterSettings;
import io.freshmaker.platform.cluster.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * One of the services as a process: waits for PostgreSQL, says in one line when it is ready or why it cannot start, and ends
 * within ten seconds when it is asked to.
 */
public record Service(String name, Role role, Class<?> application) {

    private static final Logger log = LoggerFactory.getLogger(Service.class);
    private static final String DEFAULTS = "service.properties";
    private static final int FAILED = 1;

    /** Returns when it runs, which is before it is ready; ends the process when it cannot start. */
    public void run(String... arguments) {
        Ending ending = Ending.atExit();
        try {
            ending.of(start(arguments));
        } catch (RuntimeException e) {
            log.error("The {} cannot start: {}", name, Sentence.of(e, "server.port"));
            System.exit(FAILED);
        }
    }

    /** Begins again when PostgreSQL goes away in the middle. */
    public ConfigurableApplicationContext start(String... arguments) {
        while (true) {
            try {
                ConfigurableApplicationContext context = spring().run(arguments);
                ReadinessLog.watch(name, context);
                return context;
            } catch (RuntimeException e) {
                if (!LostConnections.areCauseOf(e)) throw e;
                log.warn("PostgreSQL went away during the start of the {}, which begins again", name);
            }
        }
    }

    private SpringApplication spring() {
        SpringApplication spring = new SpringApplication(application);
        spring.setLogStartupInfo(false);
        spring.setRegisterShutdownHook(false); // Ending has a limit
        spring.setDefaultProperties(defaults());
        spring.addInitializers(context -> awaitDatabase(context.getEnvironment()));
        return spring;
    }

    /** A secret that is missing is said before anything is waited for. */
    private static void awaitDatabase(Environment settings) {
        Binder.get(settings).bind("freshmaker.cluster", ClusterSettings.class);
        DatabaseWait.of(settings).await();
    }

    private Properties defaults() {
        try {
            Properties defaults = PropertiesLoaderUtils.loadProperties(new ClassPathResource(DEFAULTS));
            defaults.setProperty("spring.application.name", name);
            defaults.setProperty("freshmaker.cluster.role", role.name().toLowerCase(Locale.ROOT));
            return defaults;
        } catch (IOException e) {
            throw new UncheckedIOException(DEFAULTS + " is not on the class path", e);
        }
    }
}
