package io.freshmaker.platform.cluster;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Says every two seconds that this process is alive, and knows who else is. */
public final class Presence implements SmartLifecycle {

    /** Before Axon, and gone after it. */
    public static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE - 20;

    private static final Logger log = LoggerFactory.getLogger(Presence.class);
    private static final Duration PERIOD = Duration.ofSeconds(2);

    private final Member self;
    private final Members members;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("presence").factory());
    private volatile List<Member> others = List.of();
    private volatile boolean running;
    private final List<Runnable> whenBack = new CopyOnWriteArrayList<>();
    private boolean away;
    private boolean warned;

    Presence(Member self, Members members) {
        this.self = self;
        this.members = members;
    }

    public Member self() {
        return self;
    }

    /** The other processes that were alive when we looked last; while the database is away, those of the last time. */
    public List<Member> others() {
        return others;
    }

    /** Has something done each time when the database can be reached again. */
    public void whenBack(Runnable action) {
        whenBack.add(action);
    }

    @Override
    public void start() {
        running = true;
        log.info("This process is {}, also as the owner of what it works on", self.id());
        look();
        thread.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
        try {
            members.leave(self);
        } catch (DataAccessException e) {
            log.debug("The others will miss {} by its silence", self.id(), e);
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    private void look() {
        try {
            members.beat(self);
            others = members.alive().stream()
                    .filter(member -> !member.id().equals(self.id()))
                    .toList();
            warnOfStrangers();
            if (away) whenBack.forEach(Runnable::run);
            away = false;
        } catch (DataAccessException | TransactionException e) {
            away = true;
            log.debug("No sign of life could be given", e); // readiness says that the database is away
        }
    }

    private void warnOfStrangers() {
        List<String> strangers = others.stream()
                .filter(member -> !member.cluster().equals(self.cluster()))
                .map(Member::id)
                .toList();
        if (!strangers.isEmpty() && !warned) {
            log.warn("{} use(s) another freshmaker.cluster.secret than this process, so they never meet", strangers);
        }
        warned = !strangers.isEmpty();
    }
}
