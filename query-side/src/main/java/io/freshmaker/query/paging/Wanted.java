package io.freshmaker.query.paging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows of a list must be, and whether the tally knows how many are. */
public final class Wanted {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private boolean tallied = true;
    private @Nullable String ownCount;

    /** One of these; of no values nothing is demanded. */
    public void oneOf(String column, Collection<?> all) {
        if (all.isEmpty()) return;
        oneOfTallied(column, all);
        tallied = false;
    }

    /** As {@link #oneOf}, of a column that the tally has as well. */
    public void oneOfTallied(String column, Collection<?> all) {
        if (all.isEmpty()) return;
        conditions.add("%s in (:%1$s)".formatted(column));
        values.put(column, all);
    }

    /** A column that must be true, which the tally has as well; in the statement as it is, so that an index with that condition is used. */
    public void allTallied(String column) {
        conditions.add(column);
    }

    /** A condition about any columns, with one value that it calls by its name. */
    public void where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        tallied = false;
    }

    /** As {@link #where}, with a statement that counts such rows faster than looking at them; it is used when nothing else is demanded. */
    public void where(String condition, String name, Object value, String count) {
        where(condition, name, value);
        ownCount = count;
    }

    /** The statement that gives the length of the list. */
    String count(View view) {
        if (tallied) return "select coalesce(sum(%s), 0) from %s where %s".formatted(view.count(), view.tally(), sql());
        return ownCount != null && conditions.size() == 1
                ? ownCount
                : "select count(*) from %s where %s".formatted(view.table(), sql());
    }

    boolean isTallied() {
        return tallied;
    }

    /** For a statement with more conditions after it. */
    String sql() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    Map<String, Object> values() {
        return values;
    }
}
