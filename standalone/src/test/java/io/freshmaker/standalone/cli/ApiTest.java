package io.freshmaker.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** To whom the token of a person is shown. */
class ApiTest {

    private final HttpServer server;
    private final List<String> shown = new ArrayList<>();

    ApiTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
                exchange.sendResponseHeaders(200, 2);
                exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_token_goes_with_writes_only() {
        URI url =
                URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        Api api = new Api(url, " secret\n");

        api.get("/");
        api.post("/", "");
        new Api(url).patch("/", "{}");

        assertThat(shown).containsExactly("null", "Bearer secret", "null");
    }

    @Test
    void a_token_is_not_sent_where_others_can_read_it() {
        Api api = new Api(URI.create("http://freshmaker.example.com/"), "secret");

        assertThatThrownBy(() -> api.post("/", ""))
                .isInstanceOf(CommandFailed.class)
                .hasMessage("FRESHMAKER_TOKEN is sent to https addresses only, and http://freshmaker.example.com/ is"
                        + " none.");
    }
}
