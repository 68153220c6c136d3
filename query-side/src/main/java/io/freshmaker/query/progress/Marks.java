package io.freshmaker.query.progress;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads how far processors have come, in whatever process they run; it claims nothing. */
@Component
class Marks {

    private final JdbcClient sql;
    private final Serializer serializer;

    Marks(JdbcClient sql, Configuration axon) {
        this.sql = sql;
        this.serializer = axon.serializer();
    }

    /** One for each segment; none if the processor has never run. */
    List<Mark> of(String processor) {
        return sql.sql("select token, token_type from token_entry where processor_name = ?")
                .param(processor)
                .query((row, _) -> Mark.of(token(row)))
                .list();
    }

    private @Nullable TrackingToken token(ResultSet row) throws SQLException {
        byte[] token = row.getBytes("token");
        if (token == null) return null;
        return serializer.deserialize(
                new SimpleSerializedObject<>(token, byte[].class, row.getString("token_type"), null));
    }
}
