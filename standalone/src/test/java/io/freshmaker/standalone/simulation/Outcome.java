package io.freshmaker.standalone.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.platform.feed.Feed;
import io.freshmaker.standalone.simulation.bus.Published;
import io.freshmaker.standalone.simulation.house.Surroundings;
import io.freshmaker.standalone.world.BusInvariants;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.RebuildInvariants;
import io.freshmaker.standalone.world.StoreInvariants;
import io.freshmaker.standalone.world.StoredFact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold in the end, whatever went wrong: of messages, facts, builds, and what the world was told. */
final class Outcome {

    private static final String FACTS = "freshmaker.domain-events";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient sql;
    private final Surroundings outside;
    private final List<BusMessage> told;

    Outcome(JdbcClient sql, Surroundings outside, List<BusMessage> told) {
        this.sql = sql;
        this.outside = outside;
        this.told = told;
    }

    void hold() {
        List<StoredFact> facts = StoredFact.all(sql);
        StoreInvariants tables = new StoreInvariants(sql);
        tables.messagesAreStoredOnce(
                told.stream().filter(Messages::isReadable).map(BusMessage::id).toList());
        tables.hold();
        tables.whatWasRegisteredHasItsEvent();
        new RebuildInvariants(facts).hold();
        new BuildInvariants(facts, outside.farm().witnessed()).hold();
        new PublishedInvariants(outside.bus().published()).hold();
        new BusInvariants(new Feed(sql), cloudEvents()).hold();
    }

    private List<JsonNode> cloudEvents() {
        return outside.bus().published().stream()
                .filter(one -> one.exchange().equals(FACTS))
                .map(Outcome::json)
                .toList();
    }

    private static JsonNode json(Published message) {
        try {
            return JSON.readTree(message.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + message.id(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
