package io.freshmaker.query.actor;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.value.Actor;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only place that knows which name belongs to the opaque id of an {@link Actor}. Facts hold the id; who is forgotten here is
 * anonymous in them for good, and gets another id when he comes again.
 */
@Component
public class Actors {

    private static final int MOST = 1_000;

    /** One statement, so that two processes that see somebody for the first time agree on his id. */
    private static final String KEEP = """
        insert into actor (id, name, first_seen) values (:id, :name, :now)
        on conflict (name) do update set name = excluded.name
        returning id
        """;

    private final JdbcClient sql;
    private final Clock clock;

    Actors(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Somebody who is known. */
    @Schema(name = "KnownActor")
    public record Known(
            String id,
            String name,
            @JsonProperty("first_seen") Instant firstSeen) {}

    /** The id of somebody by his name; a new one when he is seen for the first time. */
    public Actor of(String name) {
        return new Actor(sql.sql(KEEP)
                .param("id", "actor-" + UUID.randomUUID())
                .param("name", name)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(String.class)
                .single());
    }

    /** The names of those ids that are not forgotten. */
    public Map<String, String> names(Collection<String> ids) {
        Map<String, String> names = new HashMap<>();
        if (ids.isEmpty()) return names;
        sql.sql("select id, name from actor where id = any(:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    /** The ids of those with one of these names, as far as there are any. */
    public List<String> ids(Collection<String> names) {
        if (names.isEmpty()) return List.of();
        return sql.sql("select id from actor where name = any(:names)")
                .param("names", names.toArray(String[]::new))
                .query((row, _) -> row.getString(1))
                .list();
    }

    /** Those who have written, the first ones first, at most 1,000; only that one where a name is given. */
    List<Known> all(String name) {
        return sql.sql("select * from actor where :name = '' or name = :name order by first_seen, id limit :most")
                .param("name", name)
                .param("most", MOST)
                .query((row, _) -> new Known(
                        row.getString("id"),
                        row.getString("name"),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether there was somebody to forget. */
    boolean forget(String id) {
        return sql.sql("delete from actor where id = :id").param("id", id).update() > 0;
    }
}
