package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.platform.metrics.Remembered;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How long builds stay in a state: of those that left it, and of those that are in it. */
@Component
class BuildStateMetrics implements MeterBinder {

    private static final List<BuildState> OPEN = List.of(BuildState.PLANNED, BuildState.BUILD);
    private static final String AGE = " age";
    private static final Duration[] BUCKETS = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(4),
        Duration.ofHours(12),
        Duration.ofDays(1),
        Duration.ofDays(3)
    };

    private static final String FIGURES = """
        select state, count(*), greatest(extract(epoch from now() - min(state_since)), 0)
        from build_view where state in (0, 4) group by state
        """;

    private final Map<BuildState, Timer> times = new EnumMap<>(BuildState.class);
    private final JdbcTemplate sql;

    BuildStateMetrics(JdbcTemplate sql, MeterRegistry meters) {
        this.sql = sql;
        for (BuildState state : OPEN) times.put(state, timer(state, meters));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Remembered figures = new Remembered(this::figures);
        for (BuildState state : OPEN) {
            gauge("freshmaker.builds", null, state.name(), figures, state, meters);
            gauge("freshmaker.build.oldest.age", "seconds", state.name() + AGE, figures, state, meters);
        }
    }

    void left(BuildState state, Duration time) {
        Timer timer = times.get(state);
        if (timer != null) timer.record(time);
    }

    private static Timer timer(BuildState state, MeterRegistry meters) {
        return Timer.builder("freshmaker.build.state")
                .description("How long builds stayed in a state that they left")
                .tag("state", state.name())
                .serviceLevelObjectives(BUCKETS)
                .register(meters);
    }

    private static void gauge(
            String name,
            @Nullable String unit,
            String figure,
            Remembered figures,
            BuildState state,
            MeterRegistry meters) {
        Gauge.builder(name, figures, all -> all.get(figure))
                .description("Builds in a state that they will leave, or the time since the oldest came into it")
                .baseUnit(unit)
                .tag("state", state.name())
                .register(meters);
    }

    private Map<String, Double> figures() {
        Map<String, Double> figures = new HashMap<>();
        sql.query(FIGURES, row -> {
            String state = BuildState.values()[row.getInt(1)].name();
            figures.put(state, row.getDouble(2));
            figures.put(state + AGE, row.getDouble(3));
        });
        return figures;
    }
}
