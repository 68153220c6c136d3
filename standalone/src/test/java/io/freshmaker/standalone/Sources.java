package io.freshmaker.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of every room. */
final class Sources {

    private static final Path REPOSITORY = repository();

    private Sources() {}

    static List<Path> main() {
        return in("src/main/java");
    }

    static List<Path> all() {
        return Stream.concat(main().stream(), in("src/test/java").stream()).toList();
    }

    private static List<Path> in(String folder) {
        try (Stream<Path> rooms = Files.list(REPOSITORY)) {
            return rooms.map(room -> room.resolve(folder))
                    .filter(Files::isDirectory)
                    .flatMap(Sources::javaFiles)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maven runs tests in the folder of their room, other programs in that of the repository. */
    static Path repository() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("freshmaker"))
                ? here
                : here.resolveSibling("").normalize();
    }
}
