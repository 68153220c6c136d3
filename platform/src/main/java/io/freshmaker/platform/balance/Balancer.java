package io.freshmaker.platform.balance;

import io.freshmaker.platform.cluster.Member;
import io.freshmaker.platform.cluster.Presence;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;

/**
 * Looks every ten seconds whether another process that knows the same processors has fewer of them, and leaves it some. Without
 * it whoever starts first holds everything until it ends.
 */
final class Balancer implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Balancer.class);
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final Presence presence;
    private final Claims claims;
    private final Processors processors;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("balancer").factory());
    private volatile boolean running;

    Balancer(Presence presence, Claims claims, Processors processors) {
        this.presence = presence;
        this.claims = claims;
        this.processors = processors;
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::balance, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    void balance() {
        try {
            new Share(presence.self().id(), claims.byOwner()).tooMuch(company()).forEach(processors::release);
        } catch (DataAccessException e) {
            log.debug("The processors could not be shared", e); // readiness says that the database is away
        }
    }

    private List<Member> company() {
        return presence.others().stream()
                .filter(other -> other.cluster().equals(presence.self().cluster()))
                .toList();
    }
}
