package io.freshmaker.query.list;

import io.freshmaker.query.web.ApiError;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.BadSqlGrammarException;

/** Reads a view that another room makes for us: before its first start there is none. */
public final class OthersView {

    private static final String UNDEFINED_TABLE = "42P01";

    private OthersView() {}

    /** @param whyNot what a 503 says where the view is not there */
    public static <T> T read(Supplier<T> read, String whyNot) {
        try {
            return read.get();
        } catch (BadSqlGrammarException e) {
            boolean undefined =
                    e.getRootCause() instanceof SQLException cause && UNDEFINED_TABLE.equals(cause.getSQLState());
            if (!undefined) throw e;
            throw new ApiError(HttpStatus.SERVICE_UNAVAILABLE, whyNot);
        }
    }
}
