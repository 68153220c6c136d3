package io.freshmaker.command;

import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.springframework.test.context.DynamicPropertyRegistry;

/** What tests of a whole command side have in common. */
final class Flows {

    private Flows() {}

    /**
     * A catalog and rules that are empty: only the handler and the build system that the test brings along do anything.
     *
     * @param files the folder that they are kept in; asked for when they are read
     */
    static void ofTheTest(DynamicPropertyRegistry properties, Supplier<Path> files) {
        TestDatabase database = TestPostgres.fresh();
        properties.add("spring.datasource.url", database::url);
        properties.add("freshmaker.build.process.command", () -> "false"); // the test's own build system comes first
        properties.add("freshmaker.handlers", () -> "HandlerOfTheTest");
        properties.add("catalog", () -> empty(files.get(), "catalog.yml"));
        properties.add("rules", () -> empty(files.get(), "rules.yml"));
    }

    /** What happened to an Event, a build or a compose, oldest first. */
    static List<Object> factsOf(EventStore store, String aggregate) {
        List<Object> facts = new ArrayList<>();
        store.readEvents(aggregate).asStream().map(Message::getPayload).forEach(facts::add);
        return facts;
    }

    private static String empty(Path files, String name) {
        try {
            return Files.writeString(files.resolve(name), "{}").toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
