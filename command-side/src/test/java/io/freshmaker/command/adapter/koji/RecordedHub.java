package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assumptions.assumeThat;

import io.freshmaker.command.outside.Exchange;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.platform.testing.SharedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** A hub that answers what a real one was recorded to answer. Without the recordings a test with it is skipped. */
final class RecordedHub implements AutoCloseable {

    private final Path wire = recordings();
    private final StubServer server = new StubServer();
    private final KojiHub hub = Kojis.hub(server.url("/kojihub"), Login.byCertificate());

    KojiHub hub() {
        return hub;
    }

    StubServer server() {
        return server;
    }

    void replay(String... names) {
        for (String name : names) server.then(StubServer.recorded(Exchange.read(wire, name)));
    }

    /** As if these had been asked in one multiCall. */
    StubServer.Reply inMultiCall(String... names) throws XMLStreamException {
        List<Object> results = new ArrayList<>();
        for (String name : names) {
            results.add(List.of(
                    XmlRpcReader.answer(Exchange.read(wire, name).response().body())
                            .value(name)
                            .raw()));
        }
        return Answers.value(results);
    }

    Call asked(String name) throws XMLStreamException {
        return XmlRpcReader.call(Exchange.read(wire, name).request().body());
    }

    Call sent(int number) throws XMLStreamException {
        return XmlRpcReader.call(server.requests().get(number).body());
    }

    @Override
    public void close() {
        server.close();
    }

    private static Path recordings() {
        Optional<Path> folder = SharedFolder.find("peers/koji/wire");
        assumeThat(folder).isPresent();
        return folder.orElseThrow();
    }
}
