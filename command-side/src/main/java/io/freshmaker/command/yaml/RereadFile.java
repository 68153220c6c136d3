package io.freshmaker.command.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file says, read at the start and again when it has changed. A changed file with a mistake is refused with a warning in
 * the log, and what it said before stays. Whether it has changed is asked of the file system at every access (a few µs).
 */
public final class RereadFile<T> {
    private static final Logger log = LoggerFactory.getLogger(RereadFile.class);

    private final Path path;
    private final Function<Entry, T> reader;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Stamp seen;
    private volatile T content;

    /** @throws Mistake when the file cannot be read now */
    public RereadFile(Path path, Function<Entry, T> reader) {
        this.path = path;
        this.reader = reader;
        this.seen = Stamp.of(path);
        this.content = read();
    }

    /** What the last good file said. Never waits for another thread that reads a newer one. */
    public T content() {
        Stamp now = Stamp.of(path);
        if (!now.equals(seen) && reading.tryLock()) {
            try {
                reread(now);
            } finally {
                reading.unlock();
            }
        }
        return content;
    }

    private void reread(Stamp now) {
        try {
            content = read();
            log.info("{} has changed and was read again", path);
        } catch (Mistake mistake) {
            log.warn("{}: what it said before stays. {}", path, mistake.getMessage());
        }
        seen = now; // taken before reading: what is written meanwhile is seen at the next access
    }

    private T read() {
        return reader.apply(YamlText.of(path));
    }

    private record Stamp(long modified, long size, String key) {
        private static final Stamp MISSING = new Stamp(-1, -1, "");

        static Stamp of(Path path) {
            try {
                var file = Files.readAttributes(path, BasicFileAttributes.class);
                long modified = file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                return new Stamp(modified, file.size(), String.valueOf(file.fileKey()));
            } catch (IOException e) {
                return MISSING;
            }
        }
    }
}
