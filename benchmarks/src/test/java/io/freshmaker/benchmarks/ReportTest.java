package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report("plan", "2 cores", List.of(new Metric("plan_10000", 4, "s", 0.5)));

    @Test
    void the_json_has_the_fields_of_the_contract() {
        assertThat(report.json())
                .isEqualTo("{\"name\":\"plan\",\"machine\":\"2 cores\",\"metrics\":"
                        + "{\"plan_10000\":{\"value\":4.0,\"unit\":\"s\",\"limit\":0.5,\"ratio\":0.125}}}");
    }

    @Test
    void the_table_shows_each_metric_in_a_row() {
        assertThat(report.table().lines()).hasSize(3).last().asString().matches("plan_10000 +4.000 s +0.500 +0.125");
    }
}
