package io.freshmaker.standalone.house;

import io.freshmaker.standalone.broker.EmbeddedBroker;
import io.freshmaker.standalone.failure.Ports;
import io.freshmaker.standalone.postgres.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Freshmaker in one process: data folder, PostgreSQL, broker, application; opened in this order, closed in the reverse one,
 * also when the JVM is asked to end. Closing takes less than ten seconds; nothing is lost even without it.
 */
public final class House implements AutoCloseable {

    private final Closing closing;
    private final Path data;
    private final EmbeddedBroker broker;
    private final Application application;

    private House(StartOptions options, Closing closing) {
        this.closing = closing;
        data = closing.add(DataFolder.take(options.data())).path();
        int httpPort = Ports.require(options.port(), "HTTP", "--port");
        int amqpPort = Ports.require(options.amqpPort(), "AMQP", "--amqp-port");
        CompletableFuture<EmbeddedBroker> starting = CompletableFuture.supplyAsync(
                () -> EmbeddedBroker.start(data.resolve("broker"), amqpPort, options.brokerPassword()),
                House::onAThreadOfItsOwn);
        closing.add(() -> starting.thenAccept(EmbeddedBroker::close).join());
        PostgresServer postgres = closing.add(PostgresServer.start(data, options.postgresPort()));
        broker = result(starting);
        application = closing.add(Application.run(Settings.of(options, data, httpPort, postgres, broker)));
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

    /** Of the bus, without password. */
    public String busAddress() {
        return broker.address();
    }

    /** Of the bus, with user and password. */
    public String amqpUrl() {
        return broker.url();
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
