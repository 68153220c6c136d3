package io.freshmaker.messaging.inbound;

import static org.awaitility.Awaitility.await;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.submission.SubmissionCommand;
import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.bus.BusSettings;
import io.freshmaker.messaging.bus.ConfirmedPublishing;
import io.freshmaker.messaging.bus.ParkedCopies;
import io.freshmaker.messaging.bus.Topology;
import io.freshmaker.messaging.inbound.parser.BusParser;
import io.freshmaker.messaging.inbound.parser.Interpreter;
import io.freshmaker.messaging.testing.Parsers;
import io.freshmaker.messaging.testing.TestBroker;
import io.freshmaker.messaging.umb.UmbConnections;
import io.freshmaker.messaging.umb.UmbSettings;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.springframework.amqp.rabbit.connection.CachingConnectionFactory;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The inbound side over a real database and a real broker, with a command side that only takes notes. */
final class InboundWorld implements AutoCloseable {

    static final int PARKED_LIMIT = 20;

    final TestBroker broker;
    final TestDatabase database;
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<RegisterEvent> commands = new CopyOnWriteArrayList<>();
    final Subscription subscription;
    final BusHealth health;
    private final CachingConnectionFactory connections;
    final IncomingMessages messages;
    final Intake intake;

    /** What the command side does with a command after it took a note; an exception is a failure after it was stored. */
    volatile Consumer<RegisterEvent> then = _ -> {};

    final List<SubmissionCommand> hints = new CopyOnWriteArrayList<>();

    /** What the command side answers to a hint. */
    volatile Predicate<SubmissionCommand> ours = _ -> true;

    /** What happens after messages were stored and before they are acknowledged. */
    volatile Consumer<List<Delivered>> afterStore = _ -> {};

    /** What the database does not take. */
    volatile Predicate<Delivered> refuses = _ -> false;

    /** Whether every message that we listen to is taken for a broken one. */
    volatile boolean parsersAreMistaken;

    InboundWorld(TestBroker broker) {
        this(broker, TestPostgres.fresh());
    }

    /** Several may share broker and database, as processes do. */
    InboundWorld(TestBroker broker, TestDatabase database) {
        this.broker = broker;
        this.database = database;
        connections = broker.connections();
        BusSettings settings = new BusSettings(
                List.of("org.fedoraproject.prod"),
                "org.fedoraproject.prod.freshmaker",
                List.of(),
                2,
                100,
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                PARKED_LIMIT);
        List<BusParser> parsers = Parsers.mistakenWhile(() -> parsersAreMistaken);
        Topology topology = new InboundConfiguration().topology(parsers, settings);
        BusMetrics metrics = new BusMetrics(meters);
        messages = new IncomingMessages(new JdbcTemplate(database.dataSource()), Clock.systemUTC()) {
            @Override
            void store(List<Delivered> deliveries) {
                if (deliveries.stream().anyMatch(refuses)) throw new IllegalStateException("it cannot be stored");
                super.store(deliveries);
                afterStore.accept(deliveries);
            }
        };
        Parking parking = new Parking(
                new ConfirmedPublishing(connections, topology, settings, metrics),
                new ParkedCopies(connections, settings));
        Attempts attempts = new Attempts(messages, metrics);
        Commands sending = new Commands(commandSide(), NoTransactionManager.INSTANCE);
        IntakeRound round = new IntakeRound(
                messages,
                new Interpreter(parsers),
                new Reactions(sending, messages, attempts, metrics),
                attempts,
                parking,
                metrics,
                new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
        intake = new Intake(round, settings);
        Bus bus = broker.umb().isPresent() ? umb() : new RabbitBus(connections, topology, settings);
        subscription = new Subscription(bus, new Receiving(messages, intake, metrics));
        health = new BusHealth(subscription);
    }

    /** The UMB that the broker is. */
    UmbBus umb() {
        UmbSettings settings = broker.umb().orElseThrow();
        return new UmbBus(new UmbConnections(settings, new DefaultSslBundleRegistry()), settings);
    }

    InboundWorld started() {
        startedInVain();
        await().until(subscription::isUp);
        return this;
    }

    /** Without waiting for the bus, which cannot be listened to now. */
    void startedInVain() {
        intake.start();
        subscription.start();
    }

    long rows(String outcome) {
        return database.sql()
                .sql("select count(*) from incoming_message where outcome = ?")
                .param(outcome)
                .query(Long.class)
                .single();
    }

    double count(String meter) {
        return meters.counter(meter).count();
    }

    /** Ends this process; broker and database stay. */
    void leave() {
        subscription.stop();
        intake.stop();
        connections.destroy();
    }

    @Override
    public void close() {
        leave();
        broker.close();
        database.close();
    }

    private SimpleCommandBus commandSide() {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(RegisterEvent.class.getName(), message -> {
            RegisterEvent command = (RegisterEvent) message.getPayload();
            commands.add(command);
            then.accept(command);
            return null;
        });
        for (Class<?> hint : SubmissionCommand.class.getPermittedSubclasses()) {
            bus.subscribe(hint.getName(), message -> answer((SubmissionCommand) message.getPayload()));
        }
        return bus;
    }

    private boolean answer(SubmissionCommand hint) {
        hints.add(hint);
        return ours.test(hint);
    }
}
