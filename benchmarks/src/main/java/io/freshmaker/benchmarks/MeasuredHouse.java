package io.freshmaker.benchmarks;

import io.freshmaker.api.value.EventId;
import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.failure.Ports;
import io.freshmaker.standalone.postgres.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole Freshmaker on a temporary folder, with a catalog of ours, rules that allow all, and builds that do nothing. */
final class MeasuredHouse implements AutoCloseable {

    /** All is rebuilt. */
    static final String RULES = "allow: {global: {image: {name: \".*\"}, module: {name: \".*\"}}}\n";

    private static final Pattern HTTP = Pattern.compile("ready: (\\S+)");
    private static final Pattern BUS = Pattern.compile("· bus (\\S+)");

    private final TemporaryFolder folder;
    private final String[] options;
    private StartedProcess house;

    private MeasuredHouse(TemporaryFolder folder, String... options) throws IOException {
        this.folder = folder;
        this.options = options;
        this.house = start();
    }

    static MeasuredHouse open(RandomCatalog catalog, String... more) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        Path catalogFile = Files.writeString(folder.path().resolve("catalog.yaml"), catalog.yaml());
        Path rulesFile = Files.writeString(folder.path().resolve("rules.yaml"), RULES);
        List<String> options = new ArrayList<>(List.of(
                "--catalog=" + catalogFile,
                "--rules=" + rulesFile,
                "--freshmaker.build.process.command=true",
                "--freshmaker.build.process.parallel=1"));
        options.addAll(List.of(more));
        return new MeasuredHouse(folder, options.toArray(String[]::new));
    }

    private StartedProcess start() throws IOException {
        return Launcher.find().start(data(), options);
    }

    /** Stops the house, but for its PostgreSQL, has something done there, and starts it again. */
    void whileItSleeps(Consumer<String> work) throws IOException {
        house.close();
        try (PostgresServer postgres = PostgresServer.start(data(), OptionalInt.empty())) {
            work.accept(postgres.jdbcUrl());
        }
        house = start();
    }

    /** Stops the house, queues that many messages on its broker, and starts it again; the bytes of one of them. */
    int sleepWithMessages(int count) throws Exception {
        house.close();
        try (EmbeddedBroker broker = EmbeddedBroker.start(data().resolve("broker"), Ports.free(), "guest")) {
            new BusMessages(broker.url()).publish("waiting", count);
        }
        house = start();
        return BusMessages.body("waiting-0").length;
    }

    /** How many messages the broker has not been told to forget. */
    int queuedMessages() throws Exception {
        return new BusMessages(busUrl()).queued();
    }

    /** Publishes the stable update whose RPM the family contains in an older version. */
    EventId update(String family) throws Exception {
        return new BusMessages(busUrl()).publish(family);
    }

    /** Publishes the update of something that nothing contains, and then waits. */
    void mention(String thing, Duration pause) throws Exception {
        update(thing);
        Thread.sleep(pause);
    }

    FactClock facts() {
        return new FactClock(jdbcUrl());
    }

    InsertLimit insertLimit() {
        return new InsertLimit(jdbcUrl());
    }

    @Override
    public void close() throws IOException {
        house.close();
        folder.close();
    }

    /** Of the API; it ends in a slash. */
    URI url() {
        return URI.create(found(HTTP));
    }

    private Path data() {
        return folder.path().resolve("data");
    }

    private String busUrl() {
        return found(BUS);
    }

    private String found(Pattern part) {
        Matcher found = part.matcher(house.readyLine());
        if (!found.find()) throw new IllegalStateException("No %s in: %s".formatted(part, house.readyLine()));
        return found.group(1);
    }

    String jdbcUrl() {
        try {
            String port = Files.readString(data().resolve("postgres.port")).strip();
            return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&reWriteBatchedInserts=true".formatted(port);
        } catch (IOException e) {
            throw new IllegalStateException("The port of PostgreSQL is not known", e);
        }
    }
}
