package io.freshmaker.query.dashboard;

import io.freshmaker.query.progress.Progress;
import io.freshmaker.query.progress.Replaying;
import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells one page, by a thread of its own, so that a slow one delays nobody. Who is too slow is let go and comes back. */
final class LiveStream {

    /** So that both sides notice when the other is gone, and proxies keep the line. */
    private static final int BEAT_S = 10;

    private static final int MOST_UNTOLD = 64;

    private final BlockingQueue<Message> untold = new ArrayBlockingQueue<>(MOST_UNTOLD);
    private final SseEmitter page = new SseEmitter(0L);
    private final int event;
    private final Progress progress;
    private volatile boolean open = true;

    LiveStream(int event, Progress progress) {
        this.event = event;
        this.progress = progress;
        page.onCompletion(() -> open = false);
        page.onTimeout(() -> open = false);
        page.onError(_ -> open = false);
    }

    int event() {
        return event;
    }

    SseEmitter page() {
        return page;
    }

    /** Returns at once. */
    void tell(Message message) {
        if (!untold.offer(message)) open = false;
    }

    /** The process ends: what is untold will be heard from another. */
    void close(long position) {
        untold.clear();
        untold.offer(Message.empty(position, "bye"));
    }

    /** Until the Event has ended, the page is gone, or is too slow. */
    void run() throws InterruptedException {
        try {
            while (open) {
                Message message = untold.poll(BEAT_S, TimeUnit.SECONDS);
                if (!open) break;
                if (message == null) beat();
                else send(message);
                if (message != null && message.isLast()) break;
            }
            page.complete();
        } catch (IOException | IllegalStateException e) {
            open = false; // the page is gone
        }
    }

    private void send(Message message) throws IOException {
        page.send(SseEmitter.event()
                .id(String.valueOf(message.position()))
                .name(message.name())
                .data(message.data()));
    }

    private void beat() throws IOException {
        String replaying = progress.replaying().map(Replaying::inShort).orElse("");
        page.send(SseEmitter.event().name("beat").data(replaying));
    }
}
