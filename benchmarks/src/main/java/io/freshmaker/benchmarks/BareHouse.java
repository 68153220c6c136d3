package io.freshmaker.benchmarks;

import io.freshmaker.standalone.postgres.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The least that a house like ours can be: a JVM and a PostgreSQL, nothing in either. The limit of a start and of idling. */
final class BareHouse {

    static final String ARGUMENT = "bare-house";
    private static final String READY = "ready";

    private BareHouse() {}

    /** Starts one in a process of its own; the data folder is kept. */
    static StartedProcess start(Path data) throws Exception {
        Files.createDirectories(data);
        return StartedProcess.start(OwnJvm.command(ARGUMENT, data.toString()), READY);
    }

    /** What that process does: until it is asked to end. */
    static void live(Path data) throws InterruptedException {
        PostgresServer postgres = PostgresServer.start(data, OptionalInt.empty());
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
