package io.freshmaker.messaging.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.messaging.testing.TestBroker;
import io.freshmaker.platform.feed.CloudEvents;
import io.freshmaker.platform.feed.Fact;
import io.freshmaker.platform.feed.Feed;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the publisher promises on whatever broker (contract §3). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PublisherContract {

    static final String PREFIX = "org.fedoraproject.prod.freshmaker.";

    /** Registered, planned, completed: each as fact, full and min; activated: as fact only. */
    static final int MESSAGES_OF_EVENT = 3 * 3 + 1;

    /** Planned, started, ended: each as fact and as build; submitted: as fact only. */
    static final int MESSAGES_OF_BUILD = 3 * 2 + 1;

    final PublisherHouse house;

    PublisherContract(TestBroker broker) throws Exception {
        house = new PublisherHouse(broker);
    }

    @AfterAll
    void end() {
        house.close();
    }

    @Test
    void every_fact_and_every_change_of_state_goes_out_once_and_in_order() throws Exception {
        Story story = Story.of(1, 3);
        house.store(story);

        List<Heard> heard = house.hear(MESSAGES_OF_EVENT + 3 * MESSAGES_OF_BUILD);

        List<Fact> facts = facts(story);
        assertThat(heard.stream().filter(PublisherContract::isFact).map(Heard::json))
                .isEqualTo(facts.stream().map(this::cloudEvent).toList());
        assertThat(heard.stream().filter(PublisherContract::isFact).map(Heard::routingKey))
                .startsWith("event.EventRegistered", "event.RebuildPlanned", "artifactbuild.ArtifactBuildPlanned");
        assertThat(states(heard, "event.state.changed")).containsExactly("INITIALIZED", "BUILDING", "COMPLETE");
        assertThat(states(heard, "event.state.changed.min")).containsExactly("INITIALIZED", "BUILDING", "COMPLETE");
        assertThat(states(heard, "build.state.changed"))
                .containsExactly("PLANNED", "PLANNED", "PLANNED", "BUILD", "DONE", "BUILD", "DONE", "BUILD", "FAILED");
        assertThat(new LinkedHashSet<>(heard.stream().map(Heard::id).toList())).hasSameSizeAs(heard);
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

    final void drain() throws Exception {
        while (house.broker.take(PublisherHouse.EAR) != null) {}
    }

    final List<Fact> facts(Story story) {
        return house.house.bean(Feed.class).after(0, 100_000).stream()
                .filter(fact -> fact.subject().equals(story.event.value())
                        || fact.payload().contains(story.event.value()))
                .toList();
    }

    final JsonNode cloudEvent(Fact fact) {
        return house.house.bean(CloudEvents.class).of(fact);
    }

    static boolean isFact(Heard message) {
        return !message.routingKey().startsWith(PREFIX);
    }

    static List<String> states(List<Heard> heard, String topic) {
        return heard.stream()
                .filter(message -> message.routingKey().equals(PREFIX + topic))
                .map(message -> message.json().get("state_name").textValue())
                .toList();
    }

    static JsonNode lastOf(List<Heard> heard, String topic) {
        return heard.reversed().stream()
                .filter(message -> message.routingKey().equals(PREFIX + topic))
                .findFirst()
                .orElseThrow()
                .json();
    }

    /** Through text, as a message goes: 7 and 7L look the same there. */
    static JsonNode json(Object value) throws JsonProcessingException {
        ObjectMapper json = new ObjectMapper();
        return json.readTree(json.writeValueAsString(value));
    }
}
