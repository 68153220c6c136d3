package io.freshmaker.query.testing;

import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.Conditions;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.UriComponentsBuilder;

/** How PostgreSQL finds rows when it may not simply read all of them, or all that are listed, as with a million it would not. */
@Component
public class Plans {

    private final JdbcClient sql;
    private final TransactionOperations transactions;

    Plans(JdbcClient sql, TransactionOperations transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    /** The plan for a query string, as text. */
    public String of(String view, String query, Function<Arguments, Conditions> search) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        UriComponentsBuilder.fromUri(URI.create("/?" + query))
                .build()
                .getQueryParams()
                .forEach((name, values) -> request.setParameter(name, values.toArray(String[]::new)));
        Conditions wanted = search.apply(new Arguments(request));
        return transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            return explain(view, wanted);
        });
    }

    private String explain(String view, Conditions wanted) {
        sql.sql("set local enable_seqscan = off").update();
        // Made for what pages ask otherwise; over the few rows of a test they do as well as those of the filters.
        sql.sql("drop index event_view_listed, build_view_failed").update();
        List<String> lines = sql.sql("explain select number from %s as entry where %s".formatted(view, wanted.sql()))
                .params(wanted.values())
                .query((row, _) -> row.getString(1))
                .list();
        return String.join("\n", lines);
    }
}
