package io.freshmaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.cpd.CPDConfiguration;
import net.sourceforge.pmd.cpd.CPDReport;
import net.sourceforge.pmd.cpd.CpdAnalysis;
import net.sourceforge.pmd.cpd.Match;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing of 100 tokens is written twice in the main sources of all rooms together. */
class DuplicatesTest {

    private static final int TOKENS = 100;

    @Test
    void nothing_is_written_twice_in_any_two_rooms() throws IOException {
        List<Path> rooms = rooms();
        assertThat(rooms).hasSizeGreaterThanOrEqualTo(7);

        assertThat(duplicates(rooms)).isEmpty();
    }

    @Test
    void what_is_written_twice_is_found(@TempDir Path folder) throws IOException {
        String sum = "1" + " + 1".repeat(TOKENS);
        Files.writeString(folder.resolve("One.java"), "class One { int one = %s; }".formatted(sum));
        Files.writeString(folder.resolve("Two.java"), "class Two { int two = %s; }".formatted(sum));

        assertThat(duplicates(List.of(folder))).isNotEmpty();
    }

    private static List<Path> rooms() throws IOException {
        try (var folders = Files.list(Path.of(".."))) {
            return folders.map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static List<String> duplicates(List<Path> folders) throws IOException {
        CPDConfiguration configuration = new CPDConfiguration();
        configuration.setOnlyRecognizeLanguage(JavaLanguageModule.getInstance());
        configuration.setMinimumTileSize(TOKENS);
        configuration.setFailOnError(true);
        folders.forEach(configuration::addInputPath);
        List<String> found = new ArrayList<>();
        try (CpdAnalysis cpd = CpdAnalysis.create(configuration)) {
            cpd.performAnalysis(report -> {
                assertThat(report.getProcessingErrors()).isEmpty();
                report.getMatches().forEach(match -> found.add(describe(match, report)));
            });
        }
        return found;
    }

    private static String describe(Match match, CPDReport report) {
        List<String> places = new ArrayList<>();
        match.forEach(mark -> places.add(mark.getLocation().startPosToStringWithFile()));
        return "%d tokens at %s:%n%s"
                .formatted(match.getTokenCount(), places, report.getSourceCodeSlice(match.getFirstMark()));
    }
}
