package io.freshmaker.standalone.world;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.DomainEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A fact as it lies in the store; {@code index} grows with the order of storing. */
public record StoredFact(long index, String id, DomainEvent fact) {

    private static final ObjectMapper JSON =
            new ObjectMapper().findAndRegisterModules().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    /** Every fact, oldest first. */
    public static List<StoredFact> all(JdbcClient sql) {
        return sql.sql("""
            select global_index, event_identifier, payload_type, convert_from(payload, 'UTF8') as payload
            from domain_event order by global_index\
            """).query((row, _) -> of(row)).list();
    }

    private static StoredFact of(ResultSet row) throws SQLException {
        try {
            Class<?> type = Class.forName(row.getString("payload_type"));
            DomainEvent fact = (DomainEvent) JSON.readValue(row.getString("payload"), type);
            return new StoredFact(row.getLong("global_index"), row.getString("event_identifier"), fact);
        } catch (ClassNotFoundException | JsonProcessingException e) {
            throw new IllegalStateException("A fact that cannot be read", e);
        }
    }
}
