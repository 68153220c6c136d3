package io.freshmaker.query.list;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pages through a view whose rows have {@code created} and {@code number}, newest first, by cursor. */
@Component
public class NewestFirst {

    /** How many rows a page has at most, if nothing is said. */
    public static final int USUAL = 50;

    /** How many rows can be asked for at once. */
    public static final int MOST = 1_000;

    private static final String CURSOR = NextLink.CURSOR;
    private static final String ROWS = """
        select number, created from %s as entry where %s order by created desc, number desc limit :limit
        """;

    private final JdbcClient sql;

    NewestFirst(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * The page that is asked for by {@code since}, {@code until}, {@code cursor} and {@code limit}.
     *
     * @param wanted further conditions, about columns of {@code entry}
     * @param items gives the rows with these numbers, in this order
     */
    public <T> Page<T> page(
            String view, Conditions wanted, HttpServletRequest request, Function<List<Integer>, List<T>> items) {
        Arguments arguments = new Arguments(request);
        int limit = arguments.atMost("limit", USUAL, MOST);
        arguments.time("since").ifPresent(time -> wanted.and("created >= :since", "since", at(time)));
        arguments.time("until").ifPresent(time -> wanted.and("created < :until", "until", at(time)));
        arguments.one(CURSOR).map(Place::of).ifPresent(place -> after(place, wanted));
        List<Place> places = sql.sql(ROWS.formatted(view, wanted.sql()))
                .params(wanted.values())
                .param("limit", limit + 1)
                .query((row, _) -> place(row))
                .list();
        List<Place> page = places.stream().limit(limit).toList();
        String next =
                places.size() > limit ? NextLink.of(request, page.getLast().cursor()) : null;
        return new Page<>(items.apply(page.stream().map(Place::number).toList()), next);
    }

    private static void after(Place place, Conditions wanted) {
        wanted.with("created", at(place.created()))
                .and("(created, number) < (:created, :number)", "number", place.number());
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getObject("created", OffsetDateTime.class).toInstant(), row.getInt("number"));
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
