package io.freshmaker.query.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Statements;
import io.freshmaker.query.testing.Story;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningQuerySide
class ListsIT {

    /** Above all numbers of stories, in the middle of a block. */
    private static final int FIRST = 5_005_001;

    private static final int MANY = 25_000;

    @Autowired
    Api api;

    @Autowired
    Facts facts;

    @Autowired
    JdbcClient sql;

    @Autowired
    Statements statements;

    @AfterEach
    void remove_what_no_fact_tells() {
        sql.sql("delete from build_view where number >= ?").param(FIRST).update();
    }

    @Test
    void a_long_page_needs_as_many_statements_as_a_short_one() {
        Story one = Story.registered().with("base").planned();
        Story two = Story.registered().with("base").with("app", "base").planned();
        facts.store(one.told());
        facts.store(two.told());

        for (String list : List.of("/api/1/events/?", "/api/2/events/?", "/api/1/builds/?")) {
            List<String> ofTwo = statements(list + "per_page=2");
            assertThat(statements(list + "per_page=1")).isEqualTo(ofTwo);
            int known = list.contains("builds") ? 2 : 3; // the length, the rows, the builds of Events
            assertThat(ofTwo).hasSize(known);
        }
        assertThat(statements("/api/2/events/" + two.number())).hasSize(2);
        assertThat(statements("/api/1/builds/" + two.build("app"))).hasSize(1);
    }

    @Test
    void deep_pages_continue_each_other_in_both_directions() {
        many();

        for (String kind : List.of("", "&state=failed", "&state=failed&type=image")) {
            assertThat(aroundTheBound(kind + "&order_by=-id")).isEqualTo(expected(kind, "desc"));
            assertThat(aroundTheBound(kind + "&order_by=id")).isEqualTo(expected(kind, "asc"));
        }
    }

    @Test
    void many_rows_and_few_are_ordered_alike() {
        many();

        for (String kind : List.of("", " and type = 1", " and state = 1")) {
            String arguments = kind.replace(" and ", "&").replace(" ", "") + "&order_by=-name&per_page=7&page=2";
            assertThat(ids("/api/1/builds/?event_id=1" + arguments))
                    .isEqualTo(sql.sql("select number from build_view where event_number = 1" + kind
                                    + " order by name desc, number desc offset 7 limit 7")
                            .query((row, _) -> row.getInt(1))
                            .list());
        }
    }

    @Test
    void the_length_is_exact_after_every_change_of_rows() {
        many();
        assertThatTalliesAreRight();

        sql.sql("update build_view set state = 1 where number between ? and ?")
                .params(FIRST, FIRST + 11_000)
                .update();
        assertThatTalliesAreRight();

        sql.sql("delete from build_view where number between ? and ?")
                .params(FIRST + 500, FIRST + 11_500)
                .update();
        assertThatTalliesAreRight();
        assertThat(api.json("/api/1/builds/?state=done&per_page=1")
                        .path("meta")
                        .path("total")
                        .asInt())
                .isEqualTo(count("state = 1"));
    }

    private void many() {
        facts.store(Story.registered().with("base").planned().told());
        sql.sql("""
            insert into build_view (build_key, number, event_number, name, type, state, json)
            select 'build-of-many-' || n, n, 1, 'image-' || n % 7, least(n % 9, 1), 2 - n % 10 / 9, json.text
            from generate_series(:first, :last) as n,
                 lateral (select replace((select json from build_view order by number limit 1), '"id":', '"id":' || n || ',"was":') as text) as json
            """).param("first", FIRST).param("last", FIRST + MANY - 1).update();
    }

    private void assertThatTalliesAreRight() {
        assertThat(sql.sql("select coalesce(sum(builds), 0) from event_builds_view where event_number = 1")
                        .query(Integer.class)
                        .single())
                .isEqualTo(count("event_number = 1"));
        for (int state = 0; state < 5; state++) {
            String one = "state = " + state;
            assertThat(sql.sql("select coalesce(sum(builds), 0) from build_tally_view where " + one)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(count(one));
        }
    }

    private int count(String condition) {
        return sql.sql("select count(*) from build_view where " + condition)
                .query(Integer.class)
                .single();
    }

    /** The last page to which rows are skipped, and the first two that begin at a block. */
    private List<Integer> aroundTheBound(String arguments) {
        return IntStream.of(20, 21, 22)
                .mapToObj(page -> ids("/api/1/builds/?per_page=500&page=" + page + arguments))
                .flatMap(List::stream)
                .toList();
    }

    private List<Integer> ids(String path) {
        return api.json(path)
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asInt())
                .toList();
    }

    private List<Integer> expected(String kind, String direction) {
        String where =
                (kind.contains("failed") ? "state = 2" : "true") + (kind.contains("image") ? " and type = 1" : "");
        return sql.sql("select number from build_view where %s order by number %s offset 9500 limit 1500"
                        .formatted(where, direction))
                .query((row, _) -> row.getInt(1))
                .list();
    }

    /** But for whether there is a replay, which is asked from time to time and not for each answer. */
    private List<String> statements(String path) {
        statements.since();
        api.json(path);
        return statements.since().stream()
                .filter(statement -> !statement.contains("replay_request"))
                .toList();
    }
}
