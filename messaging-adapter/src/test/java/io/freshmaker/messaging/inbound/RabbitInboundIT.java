package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.rabbitmq.client.Channel;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.testing.RabbitTestBroker;
import io.freshmaker.messaging.testing.SpokenLines;
import io.freshmaker.messaging.testing.Wired;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract on RabbitMQ, and what only RabbitMQ has. */
class RabbitInboundIT extends InboundContract {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RabbitTestBroker rabbit = (RabbitTestBroker) world.broker;
    private final SpokenLines log = new SpokenLines();

    RabbitInboundIT() {
        super(new RabbitTestBroker());
    }

    @BeforeEach
    void listen() {
        log.begin();
    }

    @AfterEach
    void stopListening() {
        log.end();
    }

    @Test
    void both_queues_are_quorum_queues_and_the_one_for_parked_messages_is_bounded() {
        world.started();

        assertThat(rabbit.node().ctl("list_queues", "name", "type", "durable", "arguments"))
                .containsPattern("freshmaker\\s+quorum\\s+true")
                .containsPattern("freshmaker.parked\\s+quorum\\s+true.*x-overflow.*reject-publish.*")
                .containsPattern("freshmaker.parked.*x-max-length.,100000");
    }

    @Test
    void a_classic_queue_of_an_earlier_version_is_used_as_it_is_and_that_is_said_once() throws Exception {
        declare(Topology.QUEUE, Map.of());
        world.started();

        world.broker.publish(push("1"));
        rabbit.node().ctl("close_all_connections", "a restart");

        await().atMost(PATIENCE).until(() -> world.rows("registered") == 1 && world.subscription.isUp());
        assertThat(log.about("classic"))
                .singleElement()
                .asString()
                .startsWith(
                        "The queue freshmaker is there already, as a classic queue of one node, and is used as it is")
                .contains("delete it and start again");
    }

    @Test
    void a_queue_in_which_messages_may_get_lost_is_not_used_and_the_log_says_what_to_do() throws Exception {
        declare(Topology.QUEUE, Map.of("x-message-ttl", 60_000));
        world.startedInVain();

        await().atMost(PATIENCE).until(() -> log.about("delete it").size() >= 2);
        assertThat(log.about("delete it").getFirst())
                .startsWith("The bus cannot be listened to, again in 1 s: the queue freshmaker is there with other"
                        + " properties")
                .endsWith("delete it once nobody needs what is in it");
        assertThat(world.subscription.isUp()).isFalse();

        try (Channel channel = world.broker.channel()) {
            channel.queueDelete(Topology.QUEUE);
        }
        await().atMost(PATIENCE).until(world.subscription::isUp);
    }

    @Test
    void while_there_is_no_room_for_parked_messages_they_stay_here_and_are_parked_later() throws Exception {
        world.started();
        rabbit.node().ctl("set_policy", "small", "^freshmaker.parked$", "{\"max-length\":1}");
        try {
            for (int i = 0; i < 4; i++) world.broker.publish(broken());
            await().atMost(PATIENCE).until(() -> world.rows("parked") + failed() == 4 && failed() > 0);
        } finally {
            rabbit.node().ctl("clear_policy", "small");
        }

        await().atMost(PATIENCE).until(() -> world.rows("parked") == 4);
        for (int i = 0; i < 4; i++)
            assertThat(world.broker.take(Topology.PARKED)).isNotNull();
        log.mustBeSentences();
    }

    @Test
    void a_parked_message_is_not_lost_when_its_queue_was_deleted() throws Exception {
        world.started();
        world.broker.publish(broken());
        await().until(() -> world.rows("parked") == 1);
        try (Channel channel = world.broker.channel()) {
            channel.queueDelete(Topology.PARKED);
        }

        world.broker.publish(broken());

        await().atMost(PATIENCE).until(() -> world.rows("parked") == 2);
        assertThat(world.broker.take(Topology.PARKED)).isNotNull();
    }

    @Test
    void two_processes_share_queue_and_rows_and_register_every_message_once() {
        world.started();
        InboundWorld other = new InboundWorld(rabbit, world.database).started();
        List<Wired> messages = new ArrayList<>();
        for (int copy = 0; copy < 3; copy++)
            IntStream.range(0, 200).mapToObj(i -> push("id-" + i)).forEach(messages::add);
        Collections.shuffle(messages, new Random(42));

        messages.forEach(world.broker::publish);

        await().atMost(PATIENCE).until(() -> world.rows("registered") == 200);
        assertThat(world.commands).isNotEmpty();
        assertThat(other.commands).isNotEmpty();
        List<Object> all = new ArrayList<>(world.commands);
        all.addAll(other.commands);
        assertThat(all).hasSize(200);
        assertThat(new HashSet<>(all)).hasSize(200);
        other.leave();
    }

    @Test
    void after_a_kill_of_the_broker_nothing_that_it_had_confirmed_is_lost() {
        world.started();
        world.subscription.stop();
        for (int i = 0; i < 20; i++) world.broker.publish(push("before-" + i));
        rabbit.node().awaitQueuesWritten();

        world.subscription.start();
        rabbit.kill();
        await().atMost(PATIENCE).until(() -> !log.about("again in").isEmpty());
        rabbit.start();
        world.broker.publish(push("after"));

        await().atMost(PATIENCE).until(() -> world.rows("registered") == 21);
        log.mustBeSentences();
        assertThat(log.about("cannot be listened to")).hasSizeLessThan(10);
    }

    @Test
    void a_connection_that_the_broker_closes_is_made_again() {
        world.started();

        rabbit.node().ctl("close_all_connections", "maintenance");
        world.broker.publish(push("after"));

        await().atMost(PATIENCE).until(() -> world.rows("registered") == 1);
        log.mustBeSentences();
    }

    @Test
    void a_broker_that_is_away_at_the_start_is_waited_for_and_that_is_said() {
        rabbit.stop();
        world.startedInVain();
        await().until(() -> log.about("Connection refused").size() >= 2);

        rabbit.start();

        await().atMost(PATIENCE).until(world.subscription::isUp);
        log.mustBeSentences();
    }

    @Test
    void no_more_rights_are_needed_than_the_documentation_names() {
        String ours = "^freshmaker.*";
        permit(ours, "^(freshmaker.*|amq\\.topic|amq\\.default)$", "^(freshmaker.*|amq\\.topic)$");
        try {
            world.started();
            world.broker.publish(push("1"), broken());

            await().atMost(PATIENCE).until(() -> world.rows("registered") == 1 && world.rows("parked") == 1);
        } finally {
            permit(".*", ".*", ".*");
        }
    }

    private void permit(String configure, String write, String read) {
        rabbit.node().ctl("set_permissions", rabbit.node().user(), configure, write, read);
    }

    private long failed() {
        return world.database
                .sql()
                .sql("select count(*) from incoming_message where outcome = 'received' and reason like '%did not"
                        + " confirm%'")
                .query(Long.class)
                .single();
    }

    private void declare(String queue, Map<String, Object> arguments) throws Exception {
        try (Channel channel = world.broker.channel()) {
            channel.queueDeclare(queue, true, false, false, arguments);
        }
    }

    private static Wired broken() {
        return new Wired("org.fedoraproject.prod.git.receive", null, "broken".getBytes(UTF_8));
    }
}
