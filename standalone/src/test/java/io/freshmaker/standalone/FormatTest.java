package io.freshmaker.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.JavaFormatterOptions.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every source is as palantir-java-format writes it. {@code -Dformat=write} rewrites those that are not. */
class FormatTest {

    private static final boolean WRITE = "write".equals(System.getProperty("format"));

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(Style.PALANTIR).build());

    @Test
    void every_source_is_formatted() {
        List<Path> unformatted = Sources.all().parallelStream()
                .filter(file -> !isFormatted(file))
                .toList();
        assertThat(unformatted)
                .as("not formatted; mvn -pl standalone -am test -Dtest=FormatTest -Dformat=write "
                        + "-Dsurefire.failIfNoSpecifiedTests=false formats them")
                .isEmpty();
    }

    @Test
    void what_is_not_formatted_is_found() throws FormatterException {
        assertThat(formatter.formatSourceAndFixImports("class A{int a=1;}")).isNotEqualTo("class A{int a=1;}");
    }

    private boolean isFormatted(Path file) {
        try {
            String source = Files.readString(file);
            String formatted = formatter.formatSourceAndFixImports(source);
            if (WRITE && !source.equals(formatted)) {
                Files.writeString(file, formatted);
                return true;
            }
            return source.equals(formatted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new AssertionError("Not Java: " + file, e);
        }
    }
}
