package io.freshmaker.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the house rules say about the text of the sources. */
class SourceRulesTest {

    private static final int LONGEST = 250;

    @Test
    void the_sources_of_every_room_are_looked_at() {
        assertThat(Sources.main()).hasSizeGreaterThan(100);
    }

    @Test
    void no_class_is_longer_than_250_lines() {
        assertThat(Sources.all())
                .allSatisfy(file -> assertThat(text(file).lines().count())
                        .as("lines of %s", file)
                        .isLessThanOrEqualTo(LONGEST));
    }

    @Test
    void every_package_says_what_it_is_for_and_forbids_null() {
        Set<Path> packages = Sources.main().stream().map(Path::getParent).collect(Collectors.toSet());
        assertThat(packages).allSatisfy(folder -> {
            Path info = folder.resolve("package-info.java");
            assertThat(info).exists();
            assertThat(text(info)).contains("@NullMarked").startsWith("/** ");
        });
    }

    @Test
    void a_todo_names_its_issue() {
        List<Path> open = Sources.main().stream()
                .filter(file -> text(file)
                        .lines()
                        .anyMatch(line -> line.matches(".*\\b(TODO|FIXME|XXX)\\b.*") && !line.matches(".*#\\d+.*")))
                .toList();
        assertThat(open).isEmpty();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
