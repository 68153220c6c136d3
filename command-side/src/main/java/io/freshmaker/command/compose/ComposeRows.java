package io.freshmaker.command.compose;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.command.compose.ComposeUse.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table {@code compose} (V204) as {@link ComposeUse}s. */
final class ComposeRows {

    static final String SELECT = "select id, state, odcs_id, reason, deadline, ended_at from compose";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ComposeRows() {}

    static ComposeUse use(ResultSet row, int index) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new ComposeUse(
                row.getString("id"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("odcs_id", Long.class),
                reason(row.getString("reason")),
                row.getTimestamp("deadline").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String json(Reason reason) {
        try {
            return JSON.writeValueAsString(reason);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static @Nullable Reason reason(@Nullable String json) {
        try {
            return json == null ? null : JSON.readValue(json, Reason.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not a reason: " + json, e);
        }
    }
}
