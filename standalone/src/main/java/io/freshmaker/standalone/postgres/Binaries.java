package io.freshmaker.standalone.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where PostgreSQL's programs are unpacked to, once for all data folders of a user. */
final class Binaries {

    private Binaries() {}

    /** A folder in the user's cache; in the data folder for a user without a home. */
    static Path folder(Path data) {
        String cache = System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
        Path shared = Path.of(cache, "freshmaker", "postgresql").toAbsolutePath();
        try {
            Files.createDirectories(shared);
            return Files.isWritable(shared) ? shared : data.resolve("postgres-programs");
        } catch (IOException e) {
            return data.resolve("postgres-programs");
        }
    }
}
