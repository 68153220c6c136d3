package io.freshmaker.messaging.outbound;

import io.freshmaker.messaging.umb.UmbSettings;
import io.freshmaker.platform.metrics.Remembered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How much waits for the UMB, and for how long, where we publish there. */
@Component
class UmbOutboxMetrics implements MeterBinder {

    private static final String MESSAGES = "freshmaker.umb.waiting.messages";
    private static final String AGE = "freshmaker.umb.waiting.age";
    private static final String FIGURES =
            "select count(*), coalesce(extract(epoch from now() - min(stored_at)), 0) from umb_message";

    private final JdbcTemplate sql;
    private final boolean isWanted;

    UmbOutboxMetrics(JdbcTemplate sql, UmbSettings settings) {
        this.sql = sql;
        this.isWanted = settings.publish();
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        if (!isWanted) return;
        Remembered figures = new Remembered(this::figures);
        Gauge.builder(MESSAGES, figures, all -> all.get(MESSAGES))
                .description("Messages that the UMB has not accepted yet")
                .register(meters);
        Gauge.builder(AGE, figures, all -> all.get(AGE))
                .description("Of the oldest message that the UMB has not accepted yet")
                .baseUnit("seconds")
                .register(meters);
    }

    private Map<String, Double> figures() {
        return sql.queryForObject(FIGURES, (row, _) -> Map.of(MESSAGES, row.getDouble(1), AGE, row.getDouble(2)));
    }
}
