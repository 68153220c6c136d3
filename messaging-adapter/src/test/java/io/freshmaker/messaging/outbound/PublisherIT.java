package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.platform.feed.CloudEvents;
import io.freshmaker.platform.feed.Fact;
import io.freshmaker.platform.feed.Feed;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublisherIT {

    private static final String PREFIX = "org.fedoraproject.prod.freshmaker.";

    /** Registered, planned, completed: each as fact, full and min; activated: as fact only. */
    private static final int MESSAGES_OF_EVENT = 3 * 3 + 1;

    /** Planned, started, ended: each as fact and as build; submitted: as fact only. */
    private static final int MESSAGES_OF_BUILD = 3 * 2 + 1;

    private static PublisherHouse house;

    @BeforeAll
    static void begin() throws Exception {
        house = new PublisherHouse();
    }

    @AfterAll
    static void end() {
        house.close();
        PublisherHouse.broker.close();
    }

    @Test
    void every_fact_and_every_change_of_state_goes_out_once_and_in_order() throws Exception {
        Story story = Story.of(1, 3);
        house.store(story);

        List<Heard> heard = house.hear(MESSAGES_OF_EVENT + 3 * MESSAGES_OF_BUILD);

        List<Fact> facts = facts(story);
        assertThat(heard.stream().filter(PublisherIT::isFact).map(Heard::json))
                .isEqualTo(facts.stream().map(PublisherIT::cloudEvent).toList());
        assertThat(heard.stream().filter(PublisherIT::isFact).map(Heard::routingKey))
                .startsWith("event.EventRegistered", "event.RebuildPlanned", "artifactbuild.ArtifactBuildPlanned");
        assertThat(states(heard, "event.state.changed")).containsExactly("INITIALIZED", "BUILDING", "COMPLETE");
        assertThat(states(heard, "event.state.changed.min")).containsExactly("INITIALIZED", "BUILDING", "COMPLETE");
        assertThat(states(heard, "build.state.changed"))
                .containsExactly("PLANNED", "PLANNED", "PLANNED", "BUILD", "DONE", "BUILD", "DONE", "BUILD", "FAILED");
        assertThat(new LinkedHashSet<>(heard.stream().map(Heard::id).toList())).hasSameSizeAs(heard);
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
        assertThat(headers.get("fedora_messaging_schema")).hasToString("base.message");
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
    void an_event_with_more_than_a_thousand_builds_is_announced_in_short() throws Exception {
        house.store(Story.of(4, 1_001));

        List<Heard> heard = house.hear(MESSAGES_OF_EVENT + 1_001 * MESSAGES_OF_BUILD);

        JsonNode last = lastOf(heard, "event.state.changed");
        assertThat(last.get("builds_truncated").booleanValue()).isTrue();
        assertThat(last.has("builds")).isFalse();
        assertThat(last.at("/builds_summary/total").intValue()).isEqualTo(1_001);
        assertThat(last.at("/builds_summary/DONE").intValue()).isEqualTo(1_000);
    }

    @Test
    void a_crash_between_confirm_and_token_publishes_the_same_messages_again() throws Exception {
        PublisherHouse.CRASHES.set(1);
        Story story = Story.of(5, 2);
        int all = MESSAGES_OF_EVENT + 2 * MESSAGES_OF_BUILD;
        house.store(story);

        await().until(() -> PublisherHouse.CRASHES.get() == 0);
        Map<String, Heard> byId = new HashMap<>();
        int heard = 0;
        while (byId.size() < all || heard == all) {
            Heard next = house.hear(1).getFirst();
            heard++;
            Heard before = byId.put(next.id(), next);
            if (before != null) assertThat(next.body()).isEqualTo(before.body());
        }
        assertThat(heard).isGreaterThan(all);
        await().untilAsserted(
                        () -> assertThat(house.house.bean(ViewTables.class).buildsOf(story.event))
                                .extracting(BuildJson::stateName)
                                .containsExactly("DONE", "FAILED"));
        drain();
    }

    @Test
    void while_the_broker_is_away_nothing_counts_as_published_and_then_all_of_it_comes() throws Exception {
        PublisherHouse.broker.stop();
        Story story = Story.of(6, 2);
        house.store(story);

        await().until(() -> facts(story).size() == story.facts().size());
        await().during(Duration.ofSeconds(1))
                .until(() -> house.house
                        .bean(ViewTables.class)
                        .events(List.of(story.event))
                        .isEmpty());
        PublisherHouse.broker.start();

        List<Heard> heard = house.hear(MESSAGES_OF_EVENT + 2 * MESSAGES_OF_BUILD);
        assertThat(states(heard, "event.state.changed")).containsExactly("INITIALIZED", "BUILDING", "COMPLETE");
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
        assertThat(heard.stream().filter(PublisherIT::isFact).map(Heard::json))
                .isEqualTo(inOrder.stream().map(PublisherIT::cloudEvent).toList());
    }

    private static void drain() throws Exception {
        while (PublisherHouse.broker.take(PublisherHouse.EAR) != null) {}
    }

    private static List<Fact> facts(Story story) {
        return house.house.bean(Feed.class).after(0, 100_000).stream()
                .filter(fact -> fact.subject().equals(story.event.value())
                        || fact.payload().contains(story.event.value()))
                .toList();
    }

    private static JsonNode cloudEvent(Fact fact) {
        return house.house.bean(CloudEvents.class).of(fact);
    }

    private static boolean isFact(Heard message) {
        return !message.routingKey().startsWith(PREFIX);
    }

    private static List<String> states(List<Heard> heard, String topic) {
        return heard.stream()
                .filter(message -> message.routingKey().equals(PREFIX + topic))
                .map(message -> message.json().get("state_name").textValue())
                .toList();
    }

    private static JsonNode lastOf(List<Heard> heard, String topic) {
        return heard.reversed().stream()
                .filter(message -> message.routingKey().equals(PREFIX + topic))
                .findFirst()
                .orElseThrow()
                .json();
    }

    /** Through text, as a message goes: 7 and 7L look the same there. */
    private static JsonNode json(Object value) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        return json.readTree(json.writeValueAsString(value));
    }
}
