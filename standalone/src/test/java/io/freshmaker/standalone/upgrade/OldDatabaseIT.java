package io.freshmaker.standalone.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.failure.Ports;
import io.freshmaker.standalone.postgres.PostgresServer;
import io.freshmaker.standalone.scenario.RunningHouse;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.BusTap;
import io.freshmaker.standalone.world.Invariants;
import io.freshmaker.standalone.world.RandomImages;
import io.freshmaker.standalone.world.StoredFact;
import io.freshmaker.standalone.world.Views;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What an earlier version left in the middle of its work is finished by this one, and nothing that was stored changes. */
class OldDatabaseIT {

    private static final long LARGEST = 1 << 20;

    @TempDir
    Path folder;

    private record Left(Kept kept, long published, List<StoredFact> facts) {}

    static List<Dump> dumps() throws IOException {
        return Dump.all();
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void the_database_of_an_earlier_issue_opens_and_the_work_goes_on(Dump dump) throws Exception {
        Left left = restore(dump);
        listen();
        BuildJournal journal = dump.continueIn(folder.resolve("journal"));
        try (RunningHouse house = RunningHouse.open(folder, dump.catalog(), dump.rules(), journal, 0)) {
            house.knowsPublished(left.kept().messages());
            house.awaitQuiet();
            eventsHaveTheirNumbers(house, left.facts());
            newOnesHaveNumbersToo(house);
            left.kept().isIn(house.sql());
            restIsPublishedOnce(house, left.published());
            Invariants.ofWhatIsStored(house.sql(), journal, house.published());
            new Views(house.sql()).equalAReplay(() -> house.post("/api/3/projections/events/replay"));
        }
    }

    @ParameterizedTest
    @MethodSource("dumps")
    void a_dump_is_no_burden(Dump dump) throws Exception {
        assertThat(Files.size(dump.database())).isLessThanOrEqualTo(LARGEST);
    }

    private Left restore(Dump dump) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (PostgresServer postgres = PostgresServer.start(data, OptionalInt.empty())) {
            var database = new DriverManagerDataSource(postgres.jdbcUrl(), "postgres", "");
            new DumpReader(database).restore(dump);
            JdbcClient sql = JdbcClient.create(database);
            long published = sql.sql("select position from bus_position")
                    .query(Long.class)
                    .single();
            return new Left(Kept.in(sql), published, StoredFact.all(sql));
        }
    }

    /** The house tells what is left as soon as it starts, so somebody must be listening before. */
    private void listen() throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("data/broker"), Ports.free(), "guest")) {
            new BusTap(broker.url(), RunningHouse.WITNESS).leave();
        }
    }

    private static void eventsHaveTheirNumbers(RunningHouse house, List<StoredFact> facts) {
        for (StoredFact stored : facts) {
            if (!(stored.fact() instanceof EventRegistered fact)) continue;
            JsonNode event = house.json("/api/1/events/" + fact.number());
            assertThat(event.path("message_id").asText())
                    .as("Event %d", fact.number())
                    .isEqualTo(fact.messageId());
        }
    }

    private static void newOnesHaveNumbersToo(RunningHouse house) {
        BusMessage update = BusMessage.updateStable("after-the-upgrade", RandomImages.updatedBuild("kettle"));
        house.publish(update);
        house.awaitEvent(update, "COMPLETE");
        house.awaitQuiet();
    }

    private static void restIsPublishedOnce(RunningHouse house, long published) {
        long last = house.sql()
                .sql("select max(position) from feed")
                .query(Long.class)
                .single();
        assertThat(house.bus().facts())
                .extracting(fact -> fact.path("sequence").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(published + 1, last).boxed().toList());
    }
}
