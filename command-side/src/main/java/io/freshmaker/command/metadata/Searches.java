package io.freshmaker.command.metadata;

import io.freshmaker.command.outside.Remembered;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * Searches that go through many repositories, chunk by chunk. One that fails in the middle goes on there when it is made again
 * within some minutes; what a finished one found is not remembered.
 */
public final class Searches {

    /** More are hardly interrupted at once. */
    private static final int INTERRUPTED = 16;

    private final Chunks chunks;
    private final Remembered<ImageSearch, Progress> underway;

    /** How far a search is; whoever makes the same one waits for whoever is at it. */
    private record Progress(Queue<ImageRepository> left, List<ToldImage> found) {}

    /** @param lifetime how old a part of what an interrupted search found may become */
    public Searches(Chunks chunks, Duration lifetime, Clock clock) {
        this.chunks = chunks;
        this.underway = new Remembered<>(lifetime, INTERRUPTED, clock);
    }

    /** @param question what some repositories hold of what is looked for, and perhaps more */
    public List<ImageRecord> make(ImageSearch search, Function<List<ImageRepository>, Collection<ToldImage>> question) {
        if (search.isVain()) return List.of();
        Progress progress =
                underway.getOr(search, () -> new Progress(new ArrayDeque<>(search.repositories()), new ArrayList<>()));
        synchronized (progress) {
            chunks.ask(progress.left(), chunk -> progress.found().addAll(question.apply(chunk)));
            underway.forget(search);
            return search.among(ToldImage.merged(progress.found()));
        }
    }
}
