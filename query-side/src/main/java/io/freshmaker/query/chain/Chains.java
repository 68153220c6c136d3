package io.freshmaker.query.chain;

import io.freshmaker.query.chain.Chain.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what led to an Event and what it led to: a build that depends on one of another Event is a link. */
@Component
class Chains {

    /** A chain of modules has one Event for each link; whoever has longer ones sees the first of them. */
    private static final int MOST_LINKS = 10_000;

    private static final String LINKS = """
        with recursive causes(event_number) as (
            select cast(:event as integer)
            union
            select cause.event_number from causes
            join build_view build on build.event_number = causes.event_number
            join build_view cause on cause.number = build.dep_on_id and cause.event_number <> build.event_number),
        tree(event_number) as (
            select event_number from causes
            union
            select build.event_number from tree
            join build_view cause on cause.event_number = tree.event_number
            join build_view build on build.dep_on_id = cause.number and build.event_number <> cause.event_number)
        select cause.event_number, cause.number, build.event_number, build.number from tree
        join build_view build on build.event_number = tree.event_number
        join build_view cause on cause.number = build.dep_on_id and cause.event_number <> build.event_number
        order by build.event_number, build.number limit :most
        """;

    private final JdbcClient sql;

    Chains(JdbcClient sql) {
        this.sql = sql;
    }

    /** All links of the tree that this Event belongs to; none when it stands alone. */
    List<Link> of(int event) {
        return sql.sql(LINKS)
                .param("event", event)
                .param("most", MOST_LINKS)
                .query(Chains::link)
                .list();
    }

    private static Link link(ResultSet row, int index) throws SQLException {
        return new Link(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
    }
}
