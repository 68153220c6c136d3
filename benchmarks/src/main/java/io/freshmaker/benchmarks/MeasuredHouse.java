package io.freshmaker.benchmarks;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.freshmaker.api.value.EventId;
import io.freshmaker.standalone.house.House;
import io.freshmaker.standalone.house.StartOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A whole Freshmaker on a temporary folder, with a catalog of ours, rules that allow all, and builds that do nothing. */
final class MeasuredHouse implements AutoCloseable {

    private static final String EXCHANGE = "amq.topic";
    private static final String TOPIC = "org.fedoraproject.prod.bodhi.update.complete.stable";
    private static final String RULES = "allow: {global: {image: {name: \".*\"}, module: {name: \".*\"}}}\n";

    private static final Map<String, String> BUILDS = Map.of(
            "freshmaker.build.system", "process",
            "freshmaker.build.process.command", "true",
            "freshmaker.build.process.parallel", "1");

    private final TemporaryFolder folder;
    private final House house;

    private MeasuredHouse(TemporaryFolder folder, House house) {
        this.folder = folder;
        this.house = house;
    }

    static MeasuredHouse open(RandomCatalog catalog) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        Path catalogFile = Files.writeString(folder.path().resolve("catalog.yaml"), catalog.yaml());
        Path rulesFile = Files.writeString(folder.path().resolve("rules.yaml"), RULES);
        House house = House.open(StartOptions.anywhere(folder.path().resolve("data"))
                .with(catalogFile, rulesFile)
                .with(BUILDS));
        house.awaitReady();
        return new MeasuredHouse(folder, house);
    }

    /** Publishes the stable update whose RPM the family contains in an older version. */
    EventId update(String family) throws Exception {
        String id = "bench-" + family;
        ConnectionFactory bus = new ConnectionFactory();
        bus.setUri(house.amqpUrl());
        try (Connection connection = bus.newConnection();
                Channel channel = connection.createChannel()) {
            BasicProperties properties = new BasicProperties.Builder()
                    .messageId(id)
                    .contentType("application/json")
                    .build();
            channel.confirmSelect();
            channel.basicPublish(EXCHANGE, TOPIC, properties, message(family));
            channel.waitForConfirmsOrDie(10_000);
        }
        return EventId.ofMessage(id);
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

    private String jdbcUrl() {
        try {
            String port =
                    Files.readString(house.data().resolve("postgres.port")).strip();
            return "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&reWriteBatchedInserts=true".formatted(port);
        } catch (IOException e) {
            throw new IllegalStateException("The port of PostgreSQL is not known", e);
        }
    }

    private static byte[] message(String family) {
        return """
            {"update": {"alias": "FEDORA-2026-%s", "builds": [{"nvr": "%s"}],
             "release": {"name": "F25", "branch": "f25"}}}
            """.formatted(family, RandomCatalog.build(family)).getBytes(StandardCharsets.UTF_8);
    }
}
