package io.freshmaker.platform.axon;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;

/**
 * Facts in the order of their positions. Axon's own queries take a range of positions, which may be empty although facts come
 * after it, so that it has to ask once more whenever it finds nothing; these take a number of facts.
 */
final class FactQueries {

    private FactQueries() {}

    static PreparedStatement after(Connection connection, EventSchema schema, long position, int most)
            throws SQLException {
        PreparedStatement query = connection.prepareStatement(next(schema));
        query.setLong(1, position);
        query.setInt(2, most);
        return query;
    }

    /** @param gaps positions before that one whose facts may have been committed late */
    static PreparedStatement afterAndIn(
            Connection connection, EventSchema schema, long position, int most, List<Long> gaps) throws SQLException {
        PreparedStatement query =
                connection.prepareStatement("(%s) union all (select %s from %s where %s = any (?)) order by %4$s"
                        .formatted(
                                next(schema),
                                schema.trackedEventFields(),
                                schema.domainEventTable(),
                                schema.globalIndexColumn()));
        query.setLong(1, position);
        query.setInt(2, most);
        query.setArray(3, connection.createArrayOf("bigint", gaps.toArray()));
        return query;
    }

    private static String next(EventSchema schema) {
        return "select %s from %s where %s > ? order by %3$s limit ?"
                .formatted(schema.trackedEventFields(), schema.domainEventTable(), schema.globalIndexColumn());
    }
}
