package io.freshmaker.command.metadata;

import io.freshmaker.command.outside.TooSlow;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many things a system is asked about at once: half as many each time it is too slow, down to one, and twice as many again
 * after some answers in time (defect D2).
 */
public final class Chunks {

    private static final Logger log = LoggerFactory.getLogger(Chunks.class);

    /** So many answers in time make us bold again. */
    private static final int CONFIDENT = 4;

    private final String system;
    private final int most;
    private int size;
    private int inTime;

    /** @param most how many it is asked about while it is quick */
    public Chunks(String system, int most) {
        this.system = system;
        this.most = most;
        this.size = most;
    }

    /**
     * Asks about everything that is left. What was answered is not left any more, also when this fails in the middle.
     *
     * @throws TooSlow when it cannot even answer about one thing in time
     */
    public <K> void ask(Queue<K> left, Consumer<List<K>> question) {
        while (!left.isEmpty()) {
            List<K> chunk = left.stream().limit(size()).toList();
            try {
                question.accept(chunk);
            } catch (TooSlow e) {
                tooSlow(chunk.size());
                if (chunk.size() == 1) throw e;
                continue;
            }
            chunk.forEach(_ -> left.remove());
            answered(chunk.size());
        }
    }

    synchronized int size() {
        return size;
    }

    private synchronized void tooSlow(int asked) {
        size = Math.min(size, Math.max(1, asked / 2));
        inTime = 0;
        log.info("{} could not answer about {} at once in time, it is asked about {} now", system, asked, size);
    }

    private synchronized void answered(int asked) {
        if (asked < size || size == most || ++inTime < CONFIDENT) return;
        size = Math.min(most, size * 2);
        inTime = 0;
    }
}
