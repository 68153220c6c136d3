package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.messaging.testing.EmbeddedTestBroker;
import io.freshmaker.platform.feed.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PublisherIT extends PublisherContract {

    PublisherIT() throws Exception {
        super(new EmbeddedTestBroker());
    }

    @Test
    void a_change_carries_what_fedora_messaging_needs() throws Exception {
        house.store(Story.of(2, 1));

        Heard full = house.hear(MESSAGES_OF_EVENT + MESSAGES_OF_BUILD).stream()
                .filter(message -> message.routingKey().equals(PREFIX + "event.state.changed"))
                .findFirst()
                .orElseThrow();

        assertThat(full.properties().getContentType()).isEqualTo("application/json");
        assertThat(full.properties().getContentEncoding()).isEqualTo("utf-8");
        assertThat(full.properties().getDeliveryMode()).isEqualTo(2);
        assertThat(full.id()).endsWith(".event");
        Map<String, Object> headers = full.properties().getHeaders();
        assertThat(headers.get("fedora_messaging_severity")).isEqualTo(20);
        assertThat(headers.get("priority")).isEqualTo(0);
        assertThat(headers.get("fedora_messaging_schema")).hasToString("freshmaker.event.state.changed.v1");
        assertThat(String.valueOf(headers.get("sent-at"))).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00");
    }

    @Test
    void the_view_and_the_last_messages_are_what_a_fold_over_all_facts_gives() throws Exception {
        Story story = Story.of(3, 40);
        house.store(story);

        List<Heard> heard = house.hear(MESSAGES_OF_EVENT + 40 * MESSAGES_OF_BUILD);

        Fold fold = Fold.over(story.facts(), facts(story));
        assertThat(lastOf(heard, "event.state.changed")).isEqualTo(json(fold.full()));
        assertThat(lastOf(heard, "event.state.changed.min")).isEqualTo(json(fold.brief()));
        ViewTables tables = house.house.bean(ViewTables.class);
        assertThat(tables.buildsOf(story.event)).isEqualTo(fold.builds());
        assertThat(tables.buildsOf(story.event).getLast().depOn()).isEqualTo("image-38");
    }

    @Test
    void a_cancel_names_the_builds_that_ran_when_it_came() throws Exception {
        house.store(Story.canceled(9, 4));

        int all =
                3 * 3 + 1 + 1 + 4 * 2 + (3 + 2) + 3 + 3 * 2; // the Event, its cancel, planned, done, running, canceled
        Heard cancel = house.hear(all).stream()
                .filter(message -> message.routingKey().equals(PREFIX + CancelMessage.TOPIC))
                .reduce((_, _) -> {
                    throw new AssertionError("It is told twice");
                })
                .orElseThrow();

        assertThat(cancel.json()).isEqualTo(json(new CancelMessage(9, List.of(90_001))));
        assertThat(cancel.id()).endsWith(".cancel");
    }

    @Test
    void an_event_with_more_than_a_thousand_builds_is_announced_in_short() throws Exception {
        house.store(Story.of(4, 1_001));

        List<Heard> heard = house.hear(MESSAGES_OF_EVENT + 1_001 * MESSAGES_OF_BUILD);

        JsonNode last = lastOf(heard, "event.state.changed");
        assertThat(last.get("builds_truncated").booleanValue()).isTrue();
        assertThat(last.has("builds")).isFalse();
        assertThat(last.at("/builds_summary/total").intValue()).isEqualTo(1_001);
        assertThat(last.at("/builds_summary/DONE").intValue()).isEqualTo(1_000);
    }

    /** As numbering and publisher may see two transactions that are committed at the same time. */
    @Test
    void facts_that_numbering_saw_in_another_order_go_out_in_the_order_of_their_positions() throws Exception {
        Story first = Story.of(7, 40);
        Story second = Story.of(8, 40);
        house.stop("numbering", "publisher");
        house.store(first);
        house.store(second);
        house.number(second, first);
        house.start("numbering", "publisher");

        List<Heard> heard = house.hear(2 * (MESSAGES_OF_EVENT + 40 * MESSAGES_OF_BUILD));

        List<Fact> inOrder =
                Stream.of(second, first).flatMap(story -> facts(story).stream()).toList();
        assertThat(heard.stream().filter(PublisherContract::isFact).map(Heard::json))
                .isEqualTo(inOrder.stream().map(this::cloudEvent).toList());
    }

    @Test
    void while_the_broker_is_away_nothing_counts_as_published_and_then_all_of_it_comes() throws Exception {
        house.broker.stop();
        Story story = Story.of(6, 2);
        house.store(story);

        await().until(() -> facts(story).size() == story.facts().size());
        await().during(Duration.ofSeconds(1))
                .until(() -> house.house
                        .bean(ViewTables.class)
                        .events(List.of(story.event))
                        .isEmpty());
        house.broker.start();

        List<Heard> heard = house.hear(MESSAGES_OF_EVENT + 2 * MESSAGES_OF_BUILD);
        assertThat(states(heard, "event.state.changed")).containsExactly("INITIALIZED", "BUILDING", "COMPLETE");
    }
}
