package io.freshmaker.query.paging;

import io.freshmaker.query.web.OrderBy.Order;
import io.freshmaker.query.web.Paging;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads pages of lists: one statement for the length, one for the rows, and one in between where a page is so deep that skipping
 * what is before it would take long. Where only kinds are wanted that the tally counts, nothing is counted.
 */
@Component
public class Lists {

    /** What is skipped is passed in the index; the rows themselves are looked up when the page is known. */
    private static final String ROWS = """
        select (select json from %2$s as whole where whole.number = page.number)
        from (select %1$s from %2$s where %3$s and %5$s order by %4$s offset :skip limit :most) as page order by %4$s
        """;

    /** PostgreSQL would rather go through an index in that order, and pass a million rows before it meets ten. */
    private static final String FEW_ROWS = """
        with few as materialized (select %1$s from %2$s where %3$s)
        select (select json from %2$s as whole where whole.number = few.number) from few order by %4$s offset :skip limit :most
        """;

    /** So many rows are read and sorted in a fifth of a second at most. */
    private static final int FEW = 20_000;

    private static final String START = """
        select block, before from (
            select block, sum(%2$s) as here, sum(sum(%2$s)) over (order by block %3$s) - sum(%2$s) as before
            from %1$s where %4$s group by block) as blocks
        where before <= :skip and :skip < before + here
        """;

    private final JdbcClient sql;

    Lists(JdbcClient sql) {
        this.sql = sql;
    }

    /** Rows from a block on, but for the first of them. */
    private record Start(String condition, long skip) {}

    public Found find(View view, Wanted wanted, Paging paging, Order order) {
        long total = total(view, wanted);
        if (!paging.reaches(total)) return new Found(List.of(), total);
        if (total <= FEW && !order.isByNumber()) {
            String statement = FEW_ROWS.formatted(order.columns(), view.table(), wanted.sql(), order.sql());
            return new Found(rows(wanted, statement, paging.offset(), paging), total);
        }
        Start start = start(view, wanted, paging, order);
        String statement = ROWS.formatted(order.columns(), view.table(), wanted.sql(), order.sql(), start.condition());
        return new Found(rows(wanted, statement, start.skip(), paging), total);
    }

    private List<String> rows(Wanted wanted, String statement, long skip, Paging paging) {
        return with(wanted, statement)
                .param("skip", skip)
                .param("most", paging.perPage())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private long total(View view, Wanted wanted) {
        return with(wanted, wanted.count(view)).query(Long.class).single();
    }

    private Start start(View view, Wanted wanted, Paging paging, Order order) {
        Start first = new Start("true", paging.offset());
        if (first.skip() < View.BLOCK || !wanted.isTallied() || !order.isByNumber()) return first;
        return block(view, wanted, first.skip(), order.descending()).orElse(first);
    }

    private Optional<Start> block(View view, Wanted wanted, long skip, boolean descending) {
        String start = START.formatted(view.tally(), view.count(), descending ? "desc" : "asc", wanted.sql());
        return with(wanted, start)
                .param("skip", skip)
                .query((row, _) -> {
                    long first = row.getLong("block") * View.BLOCK;
                    String condition = descending ? "number < " + (first + View.BLOCK) : "number >= " + first;
                    return new Start(condition, skip - row.getLong("before"));
                })
                .optional();
    }

    private StatementSpec with(Wanted wanted, String statement) {
        return sql.sql(statement).params(wanted.values());
    }
}
