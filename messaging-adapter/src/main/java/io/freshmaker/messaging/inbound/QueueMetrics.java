package io.freshmaker.messaging.inbound;

import io.freshmaker.platform.metrics.Remembered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How many stored messages are not worked off, how long the oldest has waited, and how many are parked. */
@Component
class QueueMetrics implements MeterBinder {

    private static final String FIGURES = """
        select count(*) filter (where outcome = 'received'),
               coalesce(extract(epoch from now() - min(received_at) filter (where outcome = 'received')), 0),
               count(*) filter (where outcome = 'parked')
        from incoming_message where outcome = 'received' or outcome = 'parked'
        """;

    private final JdbcTemplate sql;

    QueueMetrics(JdbcTemplate sql) {
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Remembered figures = new Remembered(this::figures);
        gauge("freshmaker.queue.messages", "Stored messages that are not worked off", null, figures, meters);
        gauge("freshmaker.queue.age", "Of the oldest message that is not worked off", "seconds", figures, meters);
        gauge("freshmaker.parked.messages", "Messages that were parked", null, figures, meters);
    }

    private static void gauge(
            String name, String meaning, @Nullable String unit, Remembered figures, MeterRegistry meters) {
        Gauge.builder(name, figures, all -> all.get(name))
                .description(meaning)
                .baseUnit(unit)
                .register(meters);
    }

    private Map<String, Double> figures() {
        return sql.queryForObject(
                FIGURES,
                (row, _) -> Map.of(
                        "freshmaker.queue.messages", row.getDouble(1),
                        "freshmaker.queue.age", row.getDouble(2),
                        "freshmaker.parked.messages", row.getDouble(3)));
    }
}
