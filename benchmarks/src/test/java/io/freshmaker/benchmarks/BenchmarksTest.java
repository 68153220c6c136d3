package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void an_unknown_name_is_answered_with_the_known_ones() {
        assertThat(benchmarks().run("flight")).isEqualTo(2);

        assertThat(err)
                .hasToString(
                        "Say which benchmark: bench NAME [--quick], where NAME is one of sleep, broken.%n".formatted());
        assertThat(out).hasToString("");
    }

    @Test
    void no_name_is_answered_with_the_known_ones() {
        assertThat(benchmarks().run("--quick")).isEqualTo(2);

        assertThat(err.toString()).contains("sleep, broken");
    }

    @Test
    void the_figures_are_one_line_of_json_on_standard_output_and_a_table_on_standard_error() {
        assertThat(benchmarks().run("sleep")).isZero();

        assertThat(out.toString()).hasLineCount(1).contains("\"sleep_1000\":{\"value\":1000.0");
        assertThat(err.toString()).contains("sleep_1000").contains("cores");
    }

    @Test
    void quick_measures_a_tenth_wherever_it_stands() {
        assertThat(benchmarks().run("--quick", "sleep")).isZero();

        assertThat(out.toString()).contains("\"sleep_100\":{\"value\":100.0");
    }

    @Test
    void what_cannot_be_measured_gives_no_figures() {
        assertThat(benchmarks().run("broken")).isEqualTo(1);

        assertThat(out).hasToString("");
        assertThat(err.toString()).contains("broken").contains("no electricity");
    }

    private Benchmarks benchmarks() {
        return new Benchmarks(List.of(new Sleep(), new Broken()), new PrintStream(out), new PrintStream(err));
    }

    private record Sleep() implements Benchmark {
        @Override
        public String name() {
            return "sleep";
        }

        @Override
        public List<Metric> run(Scale scale) {
            int size = scale.of(1_000);
            return List.of(new Metric("sleep_" + size, size, "s", 1));
        }
    }

    private record Broken() implements Benchmark {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public List<Metric> run(Scale scale) {
            throw new IllegalStateException("no electricity");
        }
    }
}
