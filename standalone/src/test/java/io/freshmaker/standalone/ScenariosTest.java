package io.freshmaker.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/**
 * The original's scenarios (spec §19) and the tests that show ours: {@code scenarios.csv} names the tests, which must be there, and
 * {@code docs/systems/scenarios.md} is made of it and of their names. {@code -Dscenarios=write} writes it.
 */
class ScenariosTest {

    private static final Path FOLDER = Sources.repository().resolve("docs/systems");
    private static final Path PAGE = FOLDER.resolve("scenarios.md");

    private static final String HEAD = """
        # Scenarios of the original, and our tests of them

        Made of the tests' names by `ScenariosTest`: do not edit. The rows are those of the specification's §19.1 to §19.9 that
        concern the handlers and systems there are; where we do better on purpose, or something is not there yet, the last column says so.

        | row | what happens | shown by | difference |
        |---|---|---|---|
        """;

    /** One line of the table. */
    private record Scenario(String row, String what, List<String> tests, String remark) {

        static Scenario of(String line) {
            String[] cells = Arrays.copyOf(line.split("\\|", 4), 4);
            List<String> tests = Stream.of(cells[2].split(","))
                    .map(String::strip)
                    .filter(test -> !test.isEmpty())
                    .toList();
            return new Scenario(cells[0].strip(), cells[1].strip(), tests, cells[3].strip());
        }

        String asRow() {
            String shown = tests.stream().map(Scenario::link).collect(Collectors.joining("<br>"));
            return "| %s | %s | %s | %s |%n".formatted(row, what, shown, remark);
        }

        private static String link(String test) {
            String[] parts = test.split("\\.");
            String sentence = parts.length == 1 ? parts[0] : parts[1].replace('_', ' ');
            Path target = FOLDER.relativize(fileOf(parts[0]));
            return "[%s](%s)".formatted(sentence, target);
        }
    }

    @Test
    void every_scenario_is_shown_by_a_test_or_says_why_not() {
        List<String> wanted = Stream.of(
                        rows("M", 8),
                        rows("C", 5),
                        rows("P", 8),
                        rows("O", 8),
                        rows("R", 13),
                        rows("S", 10),
                        rows("A", 5),
                        rows("H", 12),
                        rows("B", 5))
                .flatMap(List::stream)
                .toList();
        assertThat(scenarios()).extracting(Scenario::row).containsExactlyElementsOf(wanted);
        assertThat(scenarios())
                .allSatisfy(scenario -> assertThat(
                                scenario.tests().isEmpty() && scenario.remark().isEmpty())
                        .as("%s has neither tests nor a remark", scenario.row())
                        .isFalse());
    }

    @Test
    void every_test_that_is_named_is_there() {
        scenarios().stream().flatMap(scenario -> scenario.tests().stream()).forEach(test -> {
            String[] parts = test.split("\\.");
            String text = text(fileOf(parts[0]));
            if (parts.length > 1) assertThat(text).as(test).contains("void " + parts[1] + "(");
        });
    }

    @Test
    void the_page_is_made_of_the_tests_names() throws IOException {
        String page = HEAD + scenarios().stream().map(Scenario::asRow).collect(Collectors.joining());
        if ("write".equals(System.getProperty("scenarios"))) Files.writeString(PAGE, page);
        assertThat(text(PAGE))
                .as("docs/systems/scenarios.md; -Dscenarios=write makes it anew")
                .isEqualTo(page);
    }

    private static List<Scenario> scenarios() {
        try {
            return new ClassPathResource("scenarios.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Scenario::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> rows(String letter, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> letter + number)
                .toList();
    }

    private static Path fileOf(String testClass) {
        return Sources.all().stream()
                .filter(file -> file.endsWith(testClass + ".java"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No test is called " + testClass));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
