package io.freshmaker.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.testing.PostgresNode;
import io.freshmaker.platform.testing.RabbitNode;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import io.freshmaker.standalone.house.House;
import io.freshmaker.standalone.house.StartOptions;
import io.freshmaker.standalone.world.RandomImages;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Freshmaker in one process over a PostgreSQL and a RabbitMQ that others run, both with secrets, TLS and client certificates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExternalPartsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final TestAuthority authority = TestAuthority.create();
    private final Identity client = authority.client("standalone");
    private final PostgresNode postgres = PostgresNode.secured(authority);
    private final RabbitNode rabbit = RabbitNode.secured(authority);

    @AfterAll
    void end() {
        rabbit.close();
        postgres.close();
    }

    @Test
    void both_are_waited_for_and_used_and_after_a_restart_of_both_it_goes_on() throws Exception {
        postgres.stop();
        rabbit.stop();
        CompletableFuture<House> opening = CompletableFuture.supplyAsync(() -> House.open(options()), this::aside);
        await().during(Duration.ofSeconds(3)).until(() -> !opening.isDone());
        postgres.start();
        try (House house = opening.get(2, TimeUnit.MINUTES)) {
            rabbit.start();
            house.awaitReady();

            assertThat(house.busAddress()).isEqualTo("amqps://127.0.0.1:" + rabbit.port() + "/%2F");
            assertThat(house.externalDatabase()).contains("postgresql://127.0.0.1:" + postgres.port() + "/freshmaker");
            assertThat(folder.resolve("data/postgres")).doesNotExist();
            assertThat(folder.resolve("data/broker")).doesNotExist();
            publish("first");
            awaitEvents(1);

            rabbit.stop();
            postgres.kill();
            postgres.start();
            rabbit.start();
            publishWhenBound("second");
            awaitEvents(2);
        }
    }

    @Test
    void a_wrong_password_stops_the_start_with_one_sentence_without_it() {
        StartOptions wrong = options().with(Map.of("spring.datasource.password", "guessed"));
        assertThatThrownBy(() -> House.open(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("spring.datasource.password is wrong")
                .hasMessageNotContaining("guessed");
    }

    private StartOptions options() {
        Map<String, String> settings = new HashMap<>();
        settings.put("spring.datasource.url", postgres.url(client));
        settings.put("spring.datasource.username", postgres.user());
        settings.put("spring.datasource.password", postgres.password());
        settings.put("spring.rabbitmq.host", "127.0.0.1");
        settings.put("spring.rabbitmq.port", "" + rabbit.port());
        settings.put("spring.rabbitmq.username", rabbit.user());
        settings.put("spring.rabbitmq.password", rabbit.password());
        settings.put("spring.rabbitmq.ssl.enabled", "true");
        settings.put("spring.rabbitmq.ssl.bundle", "bus");
        settings.put("spring.ssl.bundle.pem.bus.truststore.certificate", "file:" + authority.certificate());
        settings.put("spring.ssl.bundle.pem.bus.keystore.certificate", "file:" + client.certificate());
        settings.put("spring.ssl.bundle.pem.bus.keystore.private-key", "file:" + client.key());
        settings.put("freshmaker.build.process.command", "true");
        return StartOptions.anywhere(folder.resolve("data"))
                .with(
                        file("catalog.yml", new RandomImages(new Random(1), 2, 0).catalog()),
                        file("rules.yml", RandomImages.rules()))
                .with(settings);
    }

    /** The queue is bound again a moment after the broker is back. */
    private void publishWhenBound(String id) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> published(id) == 0);
    }

    private void publish(String id) {
        assertThat(published(id)).isZero();
    }

    private int published(String id) {
        StringWriter err = new StringWriter();
        return CommandLines.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(
                        "publish",
                        "--amqp=amqps://%s:%s@127.0.0.1:%d/"
                                .formatted(rabbit.user(), encoded(rabbit.password()), rabbit.port()),
                        "--ca=" + authority.certificate(),
                        "--cert=" + client.certificate(),
                        "--key=" + client.key(),
                        message(id).toString());
    }

    private Path message(String id) {
        return file(id + ".json", """
            {"topic": "org.fedoraproject.prod.git.receive", "msg_id": "%s", "msg": {"commit": {"namespace": "rpms",
            "repo": "nobody", "branch": "f42", "rev": "%08x", "stats": {"files": {"nobody.spec": {}}}}}}\
            """.formatted(id, id.hashCode()));
    }

    private Path file(String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitEvents(int count) {
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> sql().sql("select count(*) from event_view where json like '%SKIPPED%'")
                                .query(Integer.class)
                                .single()
                        == count);
    }

    private JdbcClient sql() {
        return JdbcClient.create(
                new DriverManagerDataSource(postgres.url(client), postgres.user(), postgres.password()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void aside(Runnable task) {
        Thread.ofPlatform().daemon().name("opening").start(task);
    }
}
