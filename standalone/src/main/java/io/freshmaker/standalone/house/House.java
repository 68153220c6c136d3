package io.freshmaker.standalone.house;

import com.rabbitmq.client.Connection;
import io.freshmaker.platform.service.DatabaseWait;
import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.failure.Ports;
import io.freshmaker.standalone.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.sql.DataSource;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.core.env.Environment;

/**
 * Freshmaker in one process: data folder, PostgreSQL, broker, application; opened in this order, closed in the reverse one,
 * also when the JVM is asked to end. Closing takes less than ten seconds; nothing is lost even without it.
 */
public final class House implements AutoCloseable {

    private final Closing closing;
    private final Path data;
    private final Embedded embedded;
    private final Application application;

    private House(StartOptions options, Closing closing) {
        this.closing = closing;
        embedded = options.embedded();
        data = closing.add(DataFolder.take(options.data())).path();
        Settings settings = new Settings(options, data, Ports.require(options.port(), "HTTP", "--port"));
        Optional<CompletableFuture<EmbeddedBroker>> broker =
                embedded.broker() ? Optional.of(startBroker(options)) : Optional.empty();
        if (embedded.postgres()) settings.with(closing.add(PostgresServer.start(data, options.postgresPort())));
        broker.ifPresent(starting -> settings.with(result(starting), options.brokerPassword()));
        application = closing.add(Application.run(settings, this::awaitDatabase));
        if (embedded.broker()) forgetLoginLimit();
        if (!embedded.postgres())
            closing.add(DatabaseWatch.over(application.context().getBean(DataSource.class)));
    }

    /**
     * Returns when everything is open; {@link #awaitReady} says when it works.
     *
     * @throws io.freshmaker.standalone.failure.CannotStart or what the application throws; then all is closed again
     */
    public static House open(StartOptions options) {
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "shutdown"));
        try {
            return new House(options, closing);
        } catch (RuntimeException | Error e) {
            closing.close();
            throw e;
        }
    }

    /** Of the dashboard and the API; it ends in a slash. */
    public URI url() {
        return application.url();
    }

    /** Of the bus, without user and password. */
    public String busAddress() {
        return new Addresses(application.context()).bus();
    }

    /** Of PostgreSQL without user and password, if it is not the embedded one. */
    public Optional<String> externalDatabase() {
        return embedded.postgres() ? Optional.empty() : Optional.of(new Addresses(application.context()).postgres());
    }

    /** A connection to the bus that is shared with the application, which closes it. */
    public Connection bus() {
        ConnectionFactory connections = application.context().getBean(ConnectionFactory.class);
        return Objects.requireNonNull(connections.createConnection().getDelegate(), "no connection to the bus");
    }

    public Path data() {
        return data;
    }

    /** Returns when readiness is UP, which is said to be late now and then in the log. */
    public void awaitReady() {
        Readiness.of(application.url()).await();
    }

    @Override
    public void close() {
        closing.close();
    }

    private CompletableFuture<EmbeddedBroker> startBroker(StartOptions options) {
        int port = Ports.require(options.amqpPort(), "AMQP", "--amqp-port");
        CompletableFuture<EmbeddedBroker> starting = CompletableFuture.supplyAsync(
                () -> EmbeddedBroker.start(data.resolve("broker"), port, options.brokerPassword()),
                House::onAThreadOfItsOwn);
        closing.add(() -> starting.thenAccept(EmbeddedBroker::close).join());
        return starting;
    }

    private void awaitDatabase(Environment settings) {
        if (!embedded.postgres()) DatabaseWait.of(settings).await();
    }

    /**
     * The pool's limit for logins becomes that of every driver in the process. The broker's store logs in for each transaction,
     * and with a limit it would start a thread for each login.
     */
    private static void forgetLoginLimit() {
        DriverManager.setLoginTimeout(0);
    }

    /** The common pool's threads do not see the classes inside an executable jar, where the broker looks for its parts. */
    private static void onAThreadOfItsOwn(Runnable task) {
        Thread.ofPlatform().name("broker-start").start(task);
    }

    private static EmbeddedBroker result(CompletableFuture<EmbeddedBroker> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }
}
