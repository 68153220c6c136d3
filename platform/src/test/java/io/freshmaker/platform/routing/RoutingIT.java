package io.freshmaker.platform.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.freshmaker.platform.cluster.ClusterSecret;
import io.freshmaker.platform.cluster.ClusterSettings;
import io.freshmaker.platform.command.CommandFailure;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.command.NotHandled;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestMember;
import io.freshmaker.platform.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.distributed.DistributedCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jgroups.JChannel;
import org.jgroups.protocols.JDBC_PING;
import org.jgroups.protocols.pbcast.GMS;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Two processes that handle commands and one that sends them, in one JVM. A command says what its handler is to do. */
class RoutingIT {

    record Note(@RoutingKey String about, String text) {}

    record Detail(String why) {}

    private static final TestDatabase DATABASE = TestPostgres.fresh();
    private static final Map<String, Set<String>> HANDLED = new ConcurrentHashMap<>();
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();
    private static TestMember one;
    private static TestMember two;
    private static TestMember sender;

    @BeforeAll
    static void start() {
        one = handler("one");
        two = handler("two");
        sender = TestMember.sender(DATABASE);
        await().untilAsserted(
                        () -> assertThat(sender.health("commands").getStatus()).isEqualTo(Status.UP));
        await().until(() -> handledBy("warm up").size() == 2);
    }

    @AfterAll
    static void stop() {
        List.of(sender, two, one).forEach(TestMember::close);
        DATABASE.close();
    }

    @Test
    void commands_about_one_thing_always_go_to_the_same_process_and_all_processes_have_some() {
        assertThat(handledBy("first")).containsExactlyInAnyOrder("one", "two");
        Map<String, Set<String>> before = Map.copyOf(HANDLED);

        handledBy("second");

        assertThat(HANDLED)
                .isEqualTo(before)
                .hasSizeGreaterThanOrEqualTo(100)
                .allSatisfy((_, by) -> assertThat(by).hasSize(1));
    }

    @Test
    void a_command_of_many_megabytes_arrives() {
        sender.bean(Commands.class).send(new Note("large", "x".repeat(8_000_000)));

        assertThat(HANDLED).containsKey("large");
    }

    @Test
    void what_is_wrong_with_a_command_arrives_with_its_message_and_details() {
        assertThatThrownBy(() -> sender.bean(Commands.class).send(new Note("a", "refuse")))
                .isInstanceOf(CommandExecutionException.class)
                .hasRootCauseMessage("An exception was thrown by the remote message handling component: "
                        + CommandExecutionException.class.getName() + ": Not like this")
                .satisfies(thrown -> assertThat(HandlerExecutionException.<Object>resolveDetails(thrown))
                        .contains(new Detail("refused")));
    }

    @Test
    void a_command_whose_time_is_over_is_not_handled() {
        FutureCallback<Object, Object> answer = new FutureCallback<>();

        sender.bean(CommandBus.class)
                .dispatch(
                        GenericCommandMessage.<Object>asCommandMessage(new Note("expired", ""))
                                .andMetaData(Map.of("deadline", 0L)),
                        answer);

        assertThat(HandlerExecutionException.<Object>resolveDetails(
                        answer.getResult(5, TimeUnit.SECONDS).exceptionResult()))
                .contains(new CommandFailure(CommandFailure.Kind.EXPIRED));
        assertThat(HANDLED).doesNotContainKey("expired");
    }

    @Test
    void a_conflict_is_tried_again_as_the_same_command_and_not_for_ever() {
        sender.bean(Commands.class).send(new Note("twice", "conflict once"));
        assertThat(HANDLED).containsKey("twice");

        assertThatThrownBy(() ->
                        sender.bean(Commands.class).send(new Note("never", "conflict always"), Duration.ofMillis(400)))
                .isInstanceOf(NotHandled.class)
                .hasMessageContaining("Somebody was quicker");
    }

    @Test
    void what_a_handler_in_another_process_answers_arrives_also_after_a_conflict() {
        Commands commands = sender.bean(Commands.class);

        assertThat(commands.ask(new Note("answered", ""), String.class)).isEqualTo("answered");
        assertThat(commands.ask(new Note("answered later", "conflict once"), String.class))
                .isEqualTo("answered later");
        assertThat(commands.ask(new Note("whether", "answer yes"), Boolean.class))
                .isTrue();
        Note all = new Note("record", "answer all");
        assertThat(commands.ask(all, Note.class)).isEqualTo(all);
    }

    @Test
    void who_has_another_secret_is_never_ready_and_gets_no_command_and_removes_nobody() {
        List<@Nullable String> members = found();

        try (TestMember stranger = TestMember.with(DATABASE, "handler", "quite another secret")) {
            assertThat(stranger.health("commands").getStatus()).isEqualTo(Status.DOWN);
            assertThat(stranger.health("commands").getDetails())
                    .containsEntry("why", "alone, though others are alive")
                    .extractingByKey("with another secret")
                    .asInstanceOf(InstanceOfAssertFactories.LIST)
                    .hasSize(3);
            var _ = subscribe(stranger, "stranger");
            assertThat(handledBy("with a stranger")).containsExactlyInAnyOrder("one", "two");
            assertThat(stranger.health("commands").getStatus()).isEqualTo(Status.DOWN);
        }

        assertThat(found()).containsAll(members);
        assertThat(sender.health("commands").getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void who_calls_at_the_members_ports_without_the_secret_does_not_get_in() throws Exception {
        ClusterSecret real = sender.bean(ClusterSecret.class);
        ClusterSecret guessed =
                new ClusterSecret(real.cluster(), new SecretKeySpec(new byte[32], "AES"), "a guessed password");

        try (JChannel stranger =
                Channels.open("stranger", sender.bean(ClusterSettings.class), guessed, sender.bean(DataSource.class))) {
            stranger.getProtocolStack().<JDBC_PING>findProtocol(JDBC_PING.class).setRemoveAllDataOnViewChange(false);
            stranger.getProtocolStack()
                    .<GMS>findProtocol(GMS.class)
                    .setJoinTimeout(700)
                    .setMaxJoinAttempts(1);
            stranger.connect(real.cluster());

            assertThat(stranger.view().size()).isEqualTo(1);
            assertThat(handledBy("with a stranger at the door")).containsExactlyInAnyOrder("one", "two");
            assertThat(stranger.getReceivedMessages()).isZero();
        }
    }

    private static TestMember handler(String name) {
        TestMember member = TestMember.handler(DATABASE);
        var _ = subscribe(member, name);
        return member;
    }

    private static Registration subscribe(TestMember member, String name) {
        return member.bean(DistributedCommandBus.class)
                .subscribe(Note.class.getName(), command -> handle(command, name));
    }

    private static Object handle(CommandMessage<?> command, String by) {
        Note note = (Note) command.getPayload();
        boolean first = SEEN.add(command.getIdentifier());
        switch (note.text()) {
            case "refuse" -> throw new CommandExecutionException("Not like this", null, new Detail("refused"));
            case "conflict always" -> throw new ConcurrencyException("Somebody was quicker");
            case "conflict once" -> {
                if (first) throw new ConcurrencyException("Somebody was quicker");
            }
            default -> {}
        }
        HANDLED.computeIfAbsent(note.about(), _ -> ConcurrentHashMap.newKeySet())
                .add(by);
        return switch (note.text()) {
            case "answer yes" -> true;
            case "answer all" -> note;
            default -> note.about();
        };
    }

    /** Who handled a hundred commands. */
    private static Set<String> handledBy(String text) {
        Set<String> by = ConcurrentHashMap.newKeySet();
        sender.bean(Commands.class)
                .sendAll(IntStream.range(0, 100)
                        .mapToObj(i -> new Note("thing " + i, text))
                        .toList());
        IntStream.range(0, 100).forEach(i -> by.addAll(HANDLED.getOrDefault("thing " + i, Set.of())));
        return by;
    }

    private static List<@Nullable String> found() {
        return DATABASE.sql()
                .sql("select own_addr from jgroupsping")
                .query(String.class)
                .list();
    }
}
