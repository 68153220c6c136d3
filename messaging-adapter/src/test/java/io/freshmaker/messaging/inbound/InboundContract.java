package io.freshmaker.messaging.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.messaging.testing.TestBroker;
import io.freshmaker.messaging.testing.Wired;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the inbound side promises on whatever broker (contract §2). */
abstract class InboundContract {

    private static final String GIT = "org.fedoraproject.prod.git.receive";
    private static final String TASK = "org.fedoraproject.prod.buildsys.task.state.change";
    private static final String MBS = "org.fedoraproject.prod.mbs.module.state.change";

    final InboundWorld world;

    InboundContract(TestBroker broker) {
        world = new InboundWorld(broker);
    }

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void the_same_message_a_hundred_times_in_both_forms_makes_one_command() {
        world.started();
        Wired bare = Wired.bare(GIT, "id-1", Wired.sample(GIT));
        Wired envelope = new Wired(
                GIT, null, Wired.envelope(GIT, "id-1", Wired.sample(GIT)).body());

        world.broker.publish(Collections.nCopies(50, bare).toArray(Wired[]::new));
        world.broker.publish(Collections.nCopies(50, envelope).toArray(Wired[]::new));

        await().until(() -> world.count("messaging_rx") == 100 && world.rows("registered") == 1);
        assertThat(world.commands).singleElement().satisfies(command -> {
            assertThat(command.eventId()).isEqualTo(command.trigger().eventId());
            assertThat(command.messageId()).isEqualTo("id-1");
            assertThat(command.trigger().searchKey()).startsWith("teapot/f41?#");
        });
        assertThat(world.database
                        .sql()
                        .sql("select event_id from incoming_message")
                        .query(String.class)
                        .single())
                .isEqualTo(world.commands.getFirst().eventId().value());
        assertThat(world.count("messaging_rx_processed_ok")).isEqualTo(1);
    }

    @Test
    void the_same_news_under_two_message_ids_ends_as_one_event() {
        world.started();

        world.broker.publish(push("first"), push("second"));

        await().until(() -> world.rows("registered") == 2);
        assertThat(world.database
                        .sql()
                        .sql("select distinct event_id from incoming_message")
                        .query(String.class)
                        .list())
                .containsExactly(world.commands.getFirst().eventId().value());
    }

    @Test
    void what_is_told_of_a_build_of_ours_is_passed_on_and_makes_no_event() {
        world.started();

        world.broker.publish(task("1", 4711));

        await().until(() -> world.rows("applied") == 1);
        assertThat(world.hints).containsExactly(new LookAtSubmission("koji", "4711", true));
        assertThat(world.commands).isEmpty();
        assertThat(world.count("messaging_rx_processed_ok")).isEqualTo(1);
    }

    @Test
    void what_is_told_of_somebody_elses_build_is_ignored_with_its_reason() {
        world.ours = hint -> !hint.equals(new LookAtSubmission("koji", "1", true));
        world.started();

        world.broker.publish(task("theirs", 1), task("ours", 2));

        await().until(() -> world.rows("applied") == 1 && world.rows("ignored") == 1);
        assertThat(world.database
                        .sql()
                        .sql("select reason from incoming_message where message_id = 'theirs'")
                        .query(String.class)
                        .single())
                .isEqualTo("no build of ours");
    }

    @Test
    void a_module_that_is_ready_is_registered_and_also_passed_on() {
        world.ours = _ -> false;
        world.started();

        world.broker.publish(Wired.bare(MBS, "1", Wired.sample(MBS)));

        await().until(() -> world.rows("registered") == 1);
        assertThat(world.commands)
                .singleElement()
                .satisfies(command -> assertThat(command.trigger()).isEqualTo(new ModuleBuilt("teapot", "1.0", 105)));
        assertThat(world.hints).containsExactly(new LookAtSubmission("mbs", "105"));
    }

    @Test
    void a_hint_that_cannot_be_passed_on_now_waits_and_blocks_no_other() {
        AtomicInteger asked = new AtomicInteger();
        world.ours = hint -> {
            if (hint.equals(new LookAtSubmission("koji", "1", true)) && asked.incrementAndGet() == 1) {
                throw new IllegalStateException("the command side is away");
            }
            return true;
        };
        world.started();

        world.broker.publish(task("1", 1), task("2", 2), push("3"));

        await().until(() -> world.rows("applied") == 2 && world.rows("registered") == 1);
        assertThat(asked).hasValue(2);
    }

    @Test
    void what_is_published_while_we_are_away_waits_in_the_queue() {
        world.started();
        world.subscription.stop();

        world.broker.publish(push("1"), push("2"), push("3"));
        world.subscription.start();

        await().until(() -> world.rows("registered") == 3);
    }

    @Test
    void a_crash_between_storing_and_acknowledging_stores_it_once() {
        AtomicInteger stored = new AtomicInteger();
        world.afterStore = _ -> {
            if (stored.incrementAndGet() == 1) throw new IllegalStateException("crash after the commit");
        };
        world.started();

        world.broker.publish(push("1"));

        await().until(() -> stored.get() == 2 && world.rows("registered") == 1);
        assertThat(world.commands).hasSize(1);
        await().untilAsserted(() -> assertThat(world.broker.isEmpty()).isTrue());
    }

    @Test
    void one_that_can_never_be_stored_holds_up_no_other() {
        world.started();
        world.subscription.stop();
        world.broker.publish(push("1"), push("cursed"), push("2"), push("3"));
        world.refuses = delivered -> "cursed".equals(delivered.messageId());

        world.subscription.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> world.rows("registered") == 3);
        world.refuses = _ -> false;
        await().atMost(Duration.ofSeconds(20)).until(() -> world.rows("registered") == 4);
    }

    @Test
    void what_is_not_for_us_is_ignored_with_its_reason() throws Exception {
        world.started();
        world.broker.bindEverything();

        world.broker.publish(Wired.bare("org.example.other", "1", Wired.sample(GIT)));

        await().until(() -> world.rows("ignored") == 1);
        assertThat(world.database
                        .sql()
                        .sql("select reason from incoming_message")
                        .query(String.class)
                        .single())
                .isEqualTo("no parser for the topic");
        assertThat(world.count("messaging_rx_ignored")).isEqualTo(1);
        assertThat(world.commands).isEmpty();
    }

    @Test
    void messages_without_an_id_are_kept_one_by_one() {
        world.started();

        world.broker.publish(new Wired(GIT, null, "broken".getBytes(UTF_8)), new Wired(GIT, null, new byte[0]));

        await().until(() -> world.rows("parked") == 2);
    }

    static Wired push(String id) {
        return Wired.bare(GIT, id, Wired.sample(GIT));
    }

    private static Wired task(String id, int number) {
        return Wired.bare(TASK, id, ((ObjectNode) Wired.sample(TASK)).put("id", number));
    }
}
