package io.freshmaker.platform.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The handler writes a row with the id of its transaction. */
class CommandsIT {

    record Write(String id) {}

    private final TestDatabase database = TestPostgres.fresh();
    private final JdbcTemplate sql = new JdbcTemplate(database.dataSource());
    private final TransactionManager transactions =
            new SpringTransactionManager(new JdbcTransactionManager(database.dataSource()));
    private final CommandBus bus =
            SimpleCommandBus.builder().transactionManager(transactions).build();
    private final Commands commands = new Commands(bus, transactions);

    @BeforeEach
    void subscribe() {
        var _ = bus.subscribe(Write.class.getName(), this::write);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_command_is_committed_when_send_returns() {
        commands.send(new Write("a"));

        assertThat(ids()).containsExactly("a");
    }

    @Test
    void the_senders_transaction_is_not_joined() {
        UnitOfWork<?> sender = DefaultUnitOfWork.startAndGet(null);
        sender.attachTransaction(transactions);

        commands.send(new Write("one"));
        commands.sendAll(List.of(new Write("two"), new Write("three")));
        sender.rollback();

        assertThat(ids()).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void many_commands_are_handled_in_order_in_chunks_of_250() {
        commands.sendAll(IntStream.range(0, 600)
                .mapToObj(i -> new Write("%03d".formatted(i)))
                .toList());

        assertThat(sql.queryForList(
                        "select count(*) from build_log group by text order by min(build_id)", Integer.class))
                .containsExactly(250, 250, 100);
    }

    @Test
    void a_command_that_fails_takes_its_chunk_back_and_is_thrown() {
        List<Write> first =
                IntStream.range(0, 250).mapToObj(i -> new Write("a" + i)).toList();
        List<Write> second = List.of(new Write("b"), new Write("bad"), new Write("c"));

        assertThatThrownBy(() -> commands.sendAll(
                        Stream.concat(first.stream(), second.stream()).toList()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No good: bad");
        assertThat(ids()).hasSize(250).allMatch(id -> id.startsWith("a"));
    }

    @Test
    void what_a_handler_throws_is_thrown() {
        assertThatThrownBy(() -> commands.send(new Write("bad")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("No good: bad");
    }

    @Test
    void what_a_handler_answers_is_returned_once_it_is_committed() {
        assertThat(commands.ask(new Write("a"), String.class)).isEqualTo("a");
        assertThat(ids()).containsExactly("a");
    }

    @Test
    void a_question_that_fails_is_thrown_and_changes_nothing() {
        assertThatThrownBy(() -> commands.ask(new Write("bad"), String.class)).hasMessage("No good: bad");
        assertThat(ids()).isEmpty();
    }

    @Test
    void no_commands_are_no_work() {
        commands.sendAll(List.of());

        assertThat(ids()).isEmpty();
    }

    private Object write(CommandMessage<?> message) {
        String id = ((Write) message.getPayload()).id();
        sql.update("insert into build_log values (?, pg_current_xact_id()::text, now())", id);
        if (id.equals("bad")) throw new IllegalStateException("No good: " + id);
        return id;
    }

    private List<String> ids() {
        return database.sql()
                .sql("select build_id from build_log")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
