package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.freshmaker.command.outside.Exchange;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.testing.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded call of a real client, made by ours: the same goes over the wire, and what came back is understood. */
class RecordedExchangesTest {

    private static final List<String> FOLDERS =
            List.of("peers/koji/wire", "peers/koji/wire-plain", "peers/freshmaker/wire-as-koji-client");
    private static final List<String> SESSION = List.of("koji-session-id", "koji-session-key", "koji-session-callnum");
    private static final Map<Integer, Class<?>> FAULTS = Map.of(
            1000, Refused.class,
            1002, Unavailable.class,
            1004, Refused.class,
            1005, Refused.class,
            1008, Unavailable.class,
            1019, Refused.class);

    private final StubServer server = new StubServer();

    record Named(String name, Exchange exchange) {

        String header(String header) {
            return exchange.request().headers().getOrDefault(header, "");
        }

        boolean isLogin() {
            return exchange.path().endsWith("/ssllogin");
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Named> recorded() {
        return FOLDERS.stream()
                .flatMap(folder -> SharedFolder.find(folder).stream())
                .flatMap(RecordedExchangesTest::exchanges);
    }

    private static Stream<Named> exchanges(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".request"))
                    .sorted()
                    .map(name -> name.substring(0, name.length() - ".request".length()))
                    .map(name -> new Named(name, Exchange.read(folder, name)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void there_are_recordings_or_their_folder_is_not_here() {
        assumeThat(SharedFolder.find(FOLDERS.getFirst())).isPresent();

        assertThat(recorded()).hasSizeGreaterThan(80);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("recorded")
    void our_client_sends_the_same(Named recorded) throws XMLStreamException {
        Throwable _ = catchThrowable(() -> send(recorded));

        Half sent = server.requests().getFirst();
        assertThat(sent.start().split(" ")[1]).isEqualTo(recorded.exchange().path());
        assertThat(XmlRpcReader.call(sent.body()))
                .isEqualTo(XmlRpcReader.call(recorded.exchange().request().body()));
        assertThat(sent.headers()).containsEntry("content-type", "text/xml");
        for (String header : SESSION) {
            assertThat(sent.headers().getOrDefault(header, "")).isEqualTo(recorded.header(header));
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("recorded")
    void our_client_understands_the_answer(Named recorded) throws XMLStreamException {
        Throwable thrown = catchThrowable(() -> send(recorded));

        if (recorded.exchange().status() == 401) {
            assertThat(thrown).isInstanceOf(HubLine.NotLetIn.class);
        } else if (XmlRpcReader.answer(recorded.exchange().response().body()) instanceof Reply.Denied(var fault)) {
            assertThat(thrown)
                    .isInstanceOf(Optional.ofNullable(FAULTS.get(fault.code())).orElseThrow())
                    .hasMessageContaining(fault.text());
        } else {
            assertThat(thrown).isNull();
        }
    }

    /** In the session of the recording, where it has one: its numbers before this one are used up. */
    private Value send(Named recorded) throws XMLStreamException {
        server.otherwise(StubServer.recorded(recorded.exchange()));
        Call call = XmlRpcReader.call(recorded.exchange().request().body());
        HubLine line = line();
        if (recorded.isLogin()) return line.login(call, authorization(recorded)).value(call.method());
        if (recorded.header(SESSION.getFirst()).isEmpty()) return line.ask(call).value(call.method());
        Session session = new Session(Long.parseLong(recorded.header(SESSION.get(0))), recorded.header(SESSION.get(1)));
        for (long i = Long.parseLong(recorded.header(SESSION.get(2))); i > 0; i--) session.next();
        return line.tell(call, session.next()).value(call.method());
    }

    private static Headers authorization(Named recorded) {
        String authorization = recorded.header("authorization");
        return authorization.isEmpty() ? Headers.NONE : Headers.NONE.with("Authorization", authorization);
    }

    private HubLine line() {
        return new HubLine(Systems.http("koji"), server.url("/kojihub"));
    }
}
