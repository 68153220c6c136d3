package io.freshmaker.standalone.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.PostgresNode;
import io.freshmaker.platform.testing.RabbitNode;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.standalone.world.BusMessage;
import io.freshmaker.standalone.world.BusTap;
import io.freshmaker.standalone.world.Quiet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The topology of the compose file as processes on this machine, with a PostgreSQL and a RabbitMQ that let nobody in without a certificate. */
final class ServicesHouse implements AutoCloseable {

    static final String SECRET = "a secret that all of them share";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final TestAuthority authority = TestAuthority.create();
    private final RabbitNode rabbit = RabbitNode.secured(authority);
    private final PostgresNode postgres = PostgresNode.secured(authority);
    private final Client client = new Client(authority.client("freshmaker"), authority.certificate());
    private final JdbcClient sql = JdbcClient.create(client.database(postgres, postgres.password()));
    private final List<String> published = new ArrayList<>();
    private final Topology topology;
    private final List<ServiceProcess> commandSides;
    private final List<ServiceProcess> messagingAdapters;
    private final List<ServiceProcess> querySides;
    private final BusTap bus;

    /** @param folder with the catalog, the rules and the build command */
    ServicesHouse(Path folder) throws IOException {
        topology = new Topology(postgres, rabbit, client, folder);
        commandSides = topology.processes("command-side", SECRET);
        messagingAdapters = topology.processes("messaging-adapter", SECRET);
        querySides = topology.processes("query-side", SECRET);
        bus = new BusTap(client.bus(rabbit, rabbit.password()), "witness");
        for (ServiceProcess process : all().toList()) process.start();
    }

    Stream<ServiceProcess> all() {
        return Stream.of(commandSides, messagingAdapters, querySides).flatMap(List::stream);
    }

    List<ServiceProcess> commandSides() {
        return commandSides;
    }

    List<ServiceProcess> messagingAdapters() {
        return messagingAdapters;
    }

    List<ServiceProcess> querySides() {
        return querySides;
    }

    /** One that the compose file does not know. */
    ServiceProcess stranger(String name, String secret) throws IOException {
        return topology.process(name, 0, secret);
    }

    JdbcClient sql() {
        return sql;
    }

    BusTap bus() {
        return bus;
    }

    Client client() {
        return client;
    }

    /** With a certificate of an authority that nobody here trusts. */
    Client strangeClient() {
        return new Client(TestAuthority.create().client("freshmaker"), authority.certificate());
    }

    RabbitNode rabbit() {
        return rabbit;
    }

    PostgresNode postgres() {
        return postgres;
    }

    List<String> published() {
        return List.copyOf(published);
    }

    void awaitHealthy() {
        all().forEach(ServiceProcess::awaitHealthy);
    }

    void publish(BusMessage message) {
        bus.publish(message);
        published.add(message.id());
    }

    /** Who of these works for a processor, so that its death or silence is felt. */
    ServiceProcess ownerOf(String processor, List<ServiceProcess> processes) throws IOException {
        String owner = sql.sql("select owner from token_entry where processor_name = ?")
                .param(processor)
                .query((row, _) -> row.getString(1))
                .list()
                .getFirst();
        for (ServiceProcess process : processes) if (process.isCalled(owner)) return process;
        throw new AssertionError("%s is owned by %s, none of %s".formatted(processor, owner, processes));
    }

    /** Returns when nothing is left to do, not even what failed and is tried again. */
    void awaitQuiet() {
        Quiet quiet = new Quiet(sql);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            assertThat(quiet.leftToDo(published.size())).as("left to do").isEmpty();
            assertThat(sql.sql("select count(*) from dead_letter_entry")
                            .query(Long.class)
                            .single())
                    .as("facts to react to again")
                    .isZero();
        });
    }

    void restartRabbit() throws Exception {
        rabbit.stop();
        rabbit.start();
        bus.reconnect();
    }

    void restartPostgres() {
        postgres.stop();
        postgres.start();
    }

    @Override
    public void close() throws IOException {
        all().parallel().forEach(ServiceProcess::close);
        bus.close();
        rabbit.close();
        postgres.close();
    }
}
