package io.freshmaker.platform.axon;

import io.freshmaker.platform.metrics.Remembered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far the processors of this service are behind the newest fact, whoever runs them, and what its policies failed at. */
@Component
class LagMetrics implements MeterBinder {

    /** A token is JSON; during a replay it has two inside, of which one moves. */
    private static final String LAGS = """
        select processor_name, (select coalesce(max(global_index), 0) from domain_event)
            - min(greatest(coalesce((token ->> 'index')::bigint, (token -> 'currentToken' ->> 'index')::bigint, 0), 0))
        from (select processor_name, convert_from(token, 'UTF8')::jsonb as token from token_entry) as processors
        group by processor_name
        """;

    private static final String LETTERS =
            "select processing_group, count(*) from dead_letter_entry group by processing_group";

    private final List<Processor> processors;
    private final JdbcTemplate sql;

    LagMetrics(List<Processor> processors, JdbcTemplate sql) {
        this.processors = processors;
        this.sql = sql;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Remembered lags = new Remembered(() -> figures(LAGS));
        Remembered letters = new Remembered(() -> figures(LETTERS));
        for (Processor processor : processors) {
            String name = processor.group();
            gauge("freshmaker.processor.lag", "Facts between its token and the newest", lags, name, meters);
            if (processor.kind() == Processor.Kind.POLICY)
                gauge("freshmaker.dead.letters", "Facts that a policy failed at", letters, name, meters);
        }
    }

    private static void gauge(String name, String meaning, Remembered figures, String processor, MeterRegistry meters) {
        Gauge.builder(name, figures, all -> all.get(processor))
                .description(meaning)
                .tag("processor", processor)
                .register(meters);
    }

    private Map<String, Double> figures(String query) {
        Map<String, Double> figures = new HashMap<>();
        sql.query(query, row -> {
            figures.put(row.getString(1), row.getDouble(2));
        });
        return figures;
    }
}
