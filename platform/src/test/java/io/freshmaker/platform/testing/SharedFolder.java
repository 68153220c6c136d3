package io.freshmaker.platform.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Real messages and recorded exchanges, which are not ours to copy: read where the property {@code freshmaker.shared} says. */
public final class SharedFolder {

    private static final boolean REQUIRED = Boolean.parseBoolean(System.getenv("FRESHMAKER_SHARED_REQUIRED"));

    private SharedFolder() {}

    /** A folder in it. Where it is absent that is said in one loud line, and where it is required the test fails. */
    public static Optional<Path> find(String folder) {
        Path path = Path.of(System.getProperty("freshmaker.shared", "no-shared-folder"))
                .resolve(folder);
        if (Files.isDirectory(path)) return Optional.of(path);
        if (REQUIRED) throw new AssertionError("Required, but not there: " + path.toAbsolutePath());
        System.err.println("SKIPPED: tests that need " + path.toAbsolutePath() + ", which is not there");
        return Optional.empty();
    }
}
