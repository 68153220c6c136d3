package io.freshmaker.platform.service;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Closes the application when the process is asked to end, within a limit. What is not finished is done again elsewhere. */
final class Ending {

    private static final Logger log = LoggerFactory.getLogger(Ending.class);
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private volatile @Nullable ConfigurableApplicationContext context;

    static Ending atExit() {
        Ending ending = new Ending();
        Runtime.getRuntime().addShutdownHook(new Thread(ending::close, "ending"));
        return ending;
    }

    void of(ConfigurableApplicationContext running) {
        context = running;
    }

    private void close() {
        ConfigurableApplicationContext running = context;
        if (running == null) return;
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(running::close);
        try {
            if (!closing.join(LIMIT)) log.warn("Not everything had ended within {} s", LIMIT.toSeconds());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
