package io.freshmaker.command.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The production code of an adapter as text. */
public final class Sources {

    private static final Path ADAPTERS = Path.of("src/main/java/io/freshmaker/command/adapter");

    private Sources() {}

    /** The same with the class before it: {@code EndedBuilds.look}. */
    public static Set<String> sites(String adapter, Pattern pattern) {
        return found(adapter, pattern, true);
    }

    /** What a pattern's first group finds in an adapter, e.g. {@code koji}. */
    public static Set<String> found(String adapter, Pattern pattern) {
        return found(adapter, pattern, false);
    }

    private static Set<String> found(String adapter, Pattern pattern, boolean named) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(room().resolve(ADAPTERS).resolve(adapter))) {
            for (Path file : files.toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                String name = named ? file.getFileName().toString().replace(".java", ".") : "";
                while (matcher.find()) found.add(name + matcher.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** Maven runs tests in the folder of their room, other programs in that of the repository. */
    private static Path room() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve(ADAPTERS)) ? here : here.resolve("command-side");
    }
}
