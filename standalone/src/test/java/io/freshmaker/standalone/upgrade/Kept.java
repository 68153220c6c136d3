package io.freshmaker.standalone.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What no later version may change: the facts, their positions in the feed, and which messages there were. */
record Kept(List<String> facts, List<String> feed, List<String> messages) {

    static Kept in(JdbcClient sql) {
        return new Kept(
                Texts.of(sql, "select domain_event::text from domain_event order by global_index"),
                Texts.of(sql, "select feed::text from feed order by position"),
                Texts.of(sql, "select message_id from incoming_message where message_id is not null order by id"));
    }

    void isIn(JdbcClient sql) {
        Kept later = in(sql);
        assertThat(later.facts()).as("facts").startsWith(facts.toArray(String[]::new));
        assertThat(later.feed()).as("feed").startsWith(feed.toArray(String[]::new));
        assertThat(later.messages()).as("messages").startsWith(messages.toArray(String[]::new));
    }
}
