package io.freshmaker.messaging.inbound;

import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Has stored messages worked off: at once when one was stored, and by looking every second, which also finds those of a crash. */
@Component
class Intake implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final IntakeRound round;
    private final int size;
    private final Semaphore news = new Semaphore(0);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Intake(IntakeRound round, BusSettings settings) {
        this.round = round;
        this.size = settings.intakeThreads();
    }

    /** Something was stored. */
    void wake() {
        if (news.availablePermits() < size) news.release();
    }

    @Override
    public void start() {
        running = true;
        for (int i = 1; i <= size; i++) {
            threads.add(Thread.ofPlatform().daemon().name("intake-" + i).start(this::keepWorking));
        }
    }

    @Override
    public void stop() {
        running = false;
        news.release(size);
        long deadline = System.nanoTime() + LAST_WORDS.toNanos();
        try {
            for (Thread thread : threads) thread.join(Duration.ofNanos(deadline - System.nanoTime()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the subscription, which feeds it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }

    private void keepWorking() {
        try {
            while (running) {
                if (!workedOff()) news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean workedOff() {
        try {
            return round.workOff() > 0;
        } catch (RuntimeException e) {
            log.warn("Stored bus messages cannot be worked off, again in {} s: {}", POLL.toSeconds(), Trouble.of(e));
            return false;
        }
    }
}
