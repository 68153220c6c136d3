package io.freshmaker.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.BusTap;
import io.freshmaker.standalone.world.ExpectedRebuilds;
import io.freshmaker.standalone.world.Invariants;
import io.freshmaker.standalone.world.RandomImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What needs the whole house and one small world: repeated messages, the bus beside the API, replays. */
class WholeHouseIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static SmallWorld world;
    private static RunningHouse house;

    @BeforeAll
    static void open() throws Exception {
        world = SmallWorld.open(folder);
        house = world.house();
    }

    @AfterAll
    static void close() throws Exception {
        world.close();
    }

    @Test
    void the_same_message_a_hundred_times_is_one_event() {
        BusMessage update = update("hundred-times", "teapot");
        IntStream.range(0, 100).forEach(_ -> house.publish(update));
        house.awaitEvent(update, "COMPLETE");
        house.awaitQuiet();
        assertThat(house.json("/api/1/events/?message_id=hundred-times")
                        .at("/meta/total")
                        .asInt())
                .isEqualTo(1);
        new Invariants(house.sql(), world.journal(), house.bus()).hold(house.published());
        new ExpectedRebuilds(house.sql()).areThoseOf(world.images());
    }

    @Test
    void the_bus_tells_of_a_finished_event_what_the_api_answers() {
        BusMessage update = update("bus-and-api", "kettle");
        house.publish(update);
        house.awaitEvent(update, "COMPLETE");
        house.awaitQuiet();
        JsonNode answer = house.json("/api/1/events/?message_id=bus-and-api").at("/items/0");
        int id = answer.path("id").asInt();
        assertThat(lastTold("event.state.changed", id)).isEqualTo(house.json("/api/1/events/" + id));
        assertThat(lastTold("event.state.changed.min", id)).isEqualTo(shortForm(id));
        house.json("/api/1/events/" + id)
                .path("builds")
                .forEach(build -> assertThat(
                                lastTold("build.state.changed", build.path("id").asInt()))
                        .isEqualTo(build));
    }

    @Test
    void a_replay_answers_the_same_while_new_events_go_on_and_publishes_nothing() {
        BusMessage before = update("before-the-replay", "saucer");
        house.publish(before);
        house.awaitEvent(before, "COMPLETE");
        house.awaitQuiet();
        Map<String, String> answers = answers(finished());
        int told = house.bus().heard().size();
        house.post("/api/3/projections/events/replay");
        assertThat(house.bus().heard()).hasSize(told);
        BusMessage meanwhile = update("during-the-replay", "kettle");
        house.publish(meanwhile);
        house.awaitEvent(meanwhile, "COMPLETE");
        house.awaitQuiet();
        await().atMost(PATIENCE)
                .until(() ->
                        !house.json("/api/3/projections").at("/0/replaying").asBoolean());
        answers.forEach((path, answer) -> assertThat(house.text(path)).as(path).isEqualTo(answer));
        new Invariants(house.sql(), world.journal(), house.bus()).hold(house.published());
    }

    @Test
    void a_person_has_a_parked_message_tried_again_and_drops_it_and_both_are_facts_for_everybody() {
        house.publish(BusMessage.broken("broken-1"));
        await().atMost(PATIENCE)
                .until(() -> house.json("/api/3/parked").at("/items/0/id").isNumber());
        int id = house.json("/api/3/parked").at("/items/0/id").asInt();

        house.post("/api/3/parked/%d/retry".formatted(id));
        await().atMost(PATIENCE)
                .until(() ->
                        house.json("/api/3/incoming/" + id).path("parkings").asInt() == 2);
        house.post("/api/3/parked/%d/drop".formatted(id), "{\"reason\": \"Their bug.\"}");
        await().atMost(PATIENCE)
                .until(() -> house.json("/api/3/incoming/" + id)
                        .path("outcome")
                        .asText()
                        .equals("dropped"));

        assertThat(house.json("/api/3/incoming/" + id).path("drop_reason").asText())
                .isEqualTo("Their bug.");
        List<String> acts = List.of("leftover.LeftoverRetried", "leftover.LeftoverDropped");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(house.bus().heard().stream()
                                .map(BusTap.Heard::routingKey)
                                .filter(acts::contains))
                        .containsExactlyElementsOf(acts));
        assertThat(house.text("/api/3/feed?limit=1000"))
                .contains("\"leftoverId\":\"parked-%d\"".formatted(id))
                .doesNotContain("Their bug.");
        house.awaitQuiet();
        new Invariants(house.sql(), world.journal(), house.bus()).hold(house.published());
    }

    private static BusMessage update(String id, String name) {
        return BusMessage.updateStable(id, RandomImages.updatedBuild(name));
    }

    private static JsonNode lastTold(String topic, int id) {
        return house.bus().heard().stream()
                .filter(one -> one.exchange().equals("amq.topic"))
                .filter(one -> one.routingKey().endsWith(".freshmaker." + topic))
                .map(BusTap.Heard::body)
                .filter(body -> body.path("id").asInt() == id)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private static JsonNode shortForm(int id) {
        return house.json("/api/2/events/" + id);
    }

    private static List<Integer> finished() {
        List<Integer> ids = new ArrayList<>();
        house.json("/api/1/events/?per_page=1000")
                .path("items")
                .forEach(item -> ids.add(item.path("id").asInt()));
        return ids;
    }

    /** What every reading address says of these Events. */
    private static Map<String, String> answers(List<Integer> events) {
        Map<String, String> answers = new TreeMap<>();
        for (int event : events) {
            for (String path : List.of("/api/1/events/%d", "/api/2/events/%d", "/api/3/events/%d")) {
                answers.put(path.formatted(event), "");
            }
            answers.put("/api/3/events/%d/graph".formatted(event), "");
            answers.put("/api/3/events/%d/history".formatted(event), "");
            answers.put("/api/1/builds/?event_id=%d&per_page=1000".formatted(event), "");
        }
        answers.replaceAll((path, _) -> house.text(path));
        return answers;
    }
}
