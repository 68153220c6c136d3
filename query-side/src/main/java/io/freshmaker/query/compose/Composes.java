package io.freshmaker.query.compose;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.wire.Texts;
import io.freshmaker.query.web.ApiError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Finds composes: one, and those of an Event. */
@Component
public class Composes {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Builds that are named of those that need one, of which there may be thousands. */
    private static final int MOST_BUILDS = 100;

    private static final String COMPOSES = """
        select c.*,
               array(select b.number from compose_need_view n join build_view b on b.build_key = n.build_key
                     where n.compose_key = c.compose_key order by b.number limit %d) as builds,
               (select count(*) from compose_need_view n where n.compose_key = c.compose_key) as builds_total
        from compose_view c where %%s order by c.created, c.number
        """.formatted(MOST_BUILDS);

    private final JdbcClient sql;

    Composes(JdbcClient sql) {
        this.sql = sql;
    }

    /** By the id of its aggregate; no such compose is a 404. */
    ComposeJson find(String key) {
        return keyed(List.of(key)).stream()
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("There is no compose %s.".formatted(key)));
    }

    /** All composes of an Event, the oldest first. */
    public List<ComposeJson> of(int event) {
        return sql.sql(COMPOSES.formatted("c.event_number = ?"))
                .param(event)
                .query(Composes::compose)
                .list();
    }

    /** Those that have rows, by the ids of their aggregates. */
    public List<ComposeJson> keyed(Collection<String> keys) {
        if (keys.isEmpty()) return List.of();
        return sql.sql(COMPOSES.formatted("c.compose_key in (:keys)"))
                .param("keys", keys)
                .query(Composes::compose)
                .list();
    }

    /** Those with these numbers, in this order. */
    List<ComposeJson> numbered(List<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        Map<Integer, ComposeJson> found = sql
                .sql(COMPOSES.formatted("c.number in (:numbers)"))
                .param("numbers", numbers)
                .query((row, index) -> Map.entry(row.getInt("number"), compose(row, index)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static ComposeJson compose(ResultSet row, int index) throws SQLException {
        ComposeRequest request = JSON.readValue(row.getString("request"), ComposeRequest.class);
        @Nullable Reason reason = orNull(row.getString("reason"), text -> JSON.readValue(text, Reason.class));
        return new ComposeJson(
                row.getString("compose_key"),
                row.getInt("event_number"),
                row.getObject("odcs_id", Long.class),
                ComposeState.valueOf(row.getString("state")),
                request.type(),
                request.source(),
                request.packages(),
                request.builds(),
                request.arches(),
                row.getBoolean("shared"),
                row.getBoolean("dry_run"),
                time(row, "created"),
                time(row, "since"),
                time(row, "deadline"),
                reason,
                orNull(reason, Texts::of),
                Arrays.asList((Integer[]) row.getArray("builds").getArray()),
                row.getInt("builds_total"));
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static <A, B> @Nullable B orNull(@Nullable A given, Function<A, B> change) {
        return given == null ? null : change.apply(given);
    }
}
