package io.freshmaker.query.dashboard;

import io.freshmaker.query.progress.Progress;
import io.freshmaker.query.web.ApiError;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells pages what changes of the Events that they show. One look serves all pages, and nobody looks while there are none. */
@Component
class Live {

    private static final Logger log = LoggerFactory.getLogger(Live.class);

    /** Pages at once; who comes later asks for the graph now and then. */
    private static final int MOST_PAGES = 200;

    /** What a page may have missed and is still told; beyond it reads everything again. */
    private static final int MOST_MISSED = 5_000;

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PAUSE_AFTER_ERROR = Duration.ofSeconds(2);

    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Steps steps;
    private final Tellings tellings;
    private final Progress progress;
    private boolean looking;
    private volatile long position;

    Live(Steps steps, Tellings tellings, Progress progress) {
        this.steps = steps;
        this.tellings = tellings;
        this.progress = progress;
    }

    /**
     * A page that is told everything from now on, or from a position on; 503 when there are too many.
     *
     * @param last the position up to which it knows; null when it knows nothing
     */
    SseEmitter open(int event, @Nullable Long last) {
        if (streams.size() >= MOST_PAGES) {
            throw new ApiError(HttpStatus.SERVICE_UNAVAILABLE, "%d pages are live already.".formatted(MOST_PAGES));
        }
        LiveStream stream = new LiveStream(event, progress);
        lock.lock();
        try {
            if (!looking) position = steps.passed();
            greet(stream, last);
            streams.add(stream);
            if (!looking) Thread.ofVirtual().name("live").start(this::lookOn);
            looking = true;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().name("live-page").start(() -> serve(stream));
        return stream.page();
    }

    @EventListener(ContextClosedEvent.class)
    void close() {
        // Without the lock: whoever looks may wait for a database that is gone.
        streams.forEach(stream -> stream.close(position));
    }

    private void greet(LiveStream stream, @Nullable Long last) {
        stream.tell(Message.empty(position, "hello"));
        if (last != null && last < position) {
            if (position - last > MOST_MISSED) stream.tell(Message.empty(position, "reload"));
            else tellings.missed(stream.event(), last, position).forEach(stream::tell);
        }
        tellings.end(stream.event(), position).ifPresent(stream::tell);
    }

    private void serve(LiveStream stream) {
        try {
            stream.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            streams.remove(stream);
        }
    }

    private void lookOn() {
        Duration pause = LOOK_EVERY;
        while (isWanted()) {
            try {
                Thread.sleep(pause);
                while (look() == Steps.MOST) log.debug("There is more to tell");
                pause = LOOK_EVERY;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.warn("Pages are told nothing for {} s: {}", PAUSE_AFTER_ERROR.toSeconds(), e.toString());
                pause = PAUSE_AFTER_ERROR;
            }
        }
    }

    private boolean isWanted() {
        lock.lock();
        try {
            looking = !streams.isEmpty() && !Thread.currentThread().isInterrupted();
            return looking;
        } finally {
            lock.unlock();
        }
    }

    /** How many facts were new. */
    private int look() {
        lock.lock();
        try {
            List<Step> news = steps.after(position);
            if (news.isEmpty()) return 0;
            List<LiveStream> all = new ArrayList<>(streams);
            for (int event : all.stream().map(LiveStream::event).distinct().toList()) {
                List<Message> messages = tellings.of(event, news);
                all.stream().filter(stream -> stream.event() == event).forEach(s -> messages.forEach(s::tell));
            }
            position = news.getLast().position();
            return news.size();
        } finally {
            lock.unlock();
        }
    }
}
