package io.freshmaker.messaging.testing;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What every real message is to us: by path its outcome, trigger, search key and hint, with commas between. */
public final class ConformanceTable {

    private static final String FILE = "/conformance/outcomes.csv";

    private ConformanceTable() {}

    public static Map<String, String> read() {
        try (var table = Objects.requireNonNull(ConformanceTable.class.getResourceAsStream(FILE))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .collect(toMap(
                            row -> row.substring(0, row.indexOf(',')),
                            row -> row.substring(row.indexOf(',') + 1, row.lastIndexOf(',')), // without the reason
                            (one, other) -> one + " twice",
                            TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
