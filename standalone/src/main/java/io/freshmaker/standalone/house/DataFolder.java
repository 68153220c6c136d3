package io.freshmaker.standalone.house;

import io.freshmaker.standalone.failure.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder with everything that outlives the process. One process has it at a time; a killed one gives it free. */
final class DataFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder when there is none, and takes it.
     *
     * @throws CannotStart when another Freshmaker has it, or it cannot be written
     */
    static DataFolder take(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            FileChannel file =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(file) == null) {
                file.close();
                throw new CannotStart(
                        "The data folder %s is in use by another Freshmaker: stop that one, or choose another folder with --data."
                                .formatted(path));
            }
            return new DataFolder(path, file);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be written (%s): choose another one with --data."
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }
}
