package io.freshmaker.benchmarks;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import io.freshmaker.api.value.EventId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A whole Freshmaker on a temporary folder, with a catalog of ours, rules that allow all, and builds that do nothing. */
final class MeasuredHouse implements AutoCloseable {

    private static final String EXCHANGE = "amq.topic";
    private static final String TOPIC = "org.fedoraproject.prod.bodhi.update.complete.stable";
    private static final String RULES = "allow: {global: {image: {name: \".*\"}, module: {name: \".*\"}}}\n";

    private static final Pattern BUS = Pattern.compile("· bus (\\S+)");

    private final TemporaryFolder folder;
    private final StartedProcess house;

    private MeasuredHouse(TemporaryFolder folder, StartedProcess house) {
        this.folder = folder;
        this.house = house;
    }

    static MeasuredHouse open(RandomCatalog catalog) throws IOException {
        TemporaryFolder folder = TemporaryFolder.create();
        Path catalogFile = Files.writeString(folder.path().resolve("catalog.yaml"), catalog.yaml());
        Path rulesFile = Files.writeString(folder.path().resolve("rules.yaml"), RULES);
        StartedProcess house = Launcher.find()
                .start(
                        folder.path().resolve("data"),
                        "--catalog=" + catalogFile,
                        "--rules=" + rulesFile,
                        "--freshmaker.build.process.command=true",
                        "--freshmaker.build.process.parallel=1");
        return new MeasuredHouse(folder, house);
    }

    /** Publishes the stable update whose RPM the family contains in an older version. */
    EventId update(String family) throws Exception {
        String id = "bench-" + family;
        ConnectionFactory bus = new ConnectionFactory();
        bus.setUri(busUrl());
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

    private String busUrl() {
        Matcher bus = BUS.matcher(house.readyLine());
        if (!bus.find()) throw new IllegalStateException("No bus in: " + house.readyLine());
        return bus.group(1);
    }

    private String jdbcUrl() {
        try {
            String port = Files.readString(folder.path().resolve("data/postgres.port"))
                    .strip();
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
