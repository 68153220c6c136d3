package io.freshmaker.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a benchmark found: one line of JSON for programs, a table for people (contract §1). */
record Report(String name, String machine, List<Metric> metrics) {

    private static final String ROW = "%-32s %12s %-4s %12s %8s%n";

    String json() {
        Map<String, Object> figures = new LinkedHashMap<>();
        metrics.forEach(metric -> figures.put(metric.name(), figures(metric)));
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("name", name);
        report.put("machine", machine);
        report.put("metrics", figures);
        try {
            return new ObjectMapper().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The report cannot be written", e);
        }
    }

    String table() {
        StringBuilder table = new StringBuilder("%s on %s%n".formatted(name, machine));
        table.append(ROW.formatted("metric", "value", "unit", "limit", "ratio"));
        for (Metric metric : metrics) {
            table.append(ROW.formatted(
                    metric.name(), text(metric.value()), metric.unit(), text(metric.limit()), text(metric.ratio())));
        }
        return table.toString();
    }

    private static Map<String, Object> figures(Metric metric) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("value", rounded(metric.value()));
        figures.put("unit", metric.unit());
        figures.put("limit", rounded(metric.limit()));
        figures.put("ratio", rounded(metric.ratio()));
        return figures;
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
