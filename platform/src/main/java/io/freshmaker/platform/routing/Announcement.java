package io.freshmaker.platform.routing;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.commandhandling.distributed.ServiceRegistryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Repeats what this process handles. It is said when members meet; but a member that hears it before it has seen the new view
 * drops it, and would then know no handler for ever. It ends first, so that nothing is announced again when we leave.
 */
final class Announcement implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);
    private static final Duration PERIOD = Duration.ofSeconds(3);

    private final DistributedCommandBus bus;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("announcement").factory());
    private volatile boolean running;

    Announcement(DistributedCommandBus bus) {
        this.bus = bus;
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::announce, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) log.debug("Still announcing");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void announce() {
        try {
            bus.updateLoadFactor(bus.getLoadFactor());
        } catch (ServiceRegistryException e) {
            log.debug("What is handled here could not be announced", e);
        }
    }
}
