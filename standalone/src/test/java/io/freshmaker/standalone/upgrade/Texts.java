package io.freshmaker.standalone.upgrade;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The first column of what a question finds, which is never null. */
final class Texts {

    private Texts() {}

    static List<String> of(JdbcClient sql, String question, Object... parameters) {
        return sql.sql(question)
                .params(parameters)
                .query((row, _) -> row.getString(1))
                .list();
    }
}
