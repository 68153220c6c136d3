package io.freshmaker.standalone.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ImagesCommandTest {

    private static final String PAGE = """
        {"items": [{"nvr": "app-1-1", "published": true, "repositories": [], "rpms": ["tls-1-1"], "whole": true,
                    "seen_at": "2026-08-01T10:00:00Z"}],
         "next": "http://localhost/more", "as_of": "2026-08-01T10:00:00Z",
         "source": {"name": "pyxis", "answered_at": null, "away_since": "2026-08-01T11:00:00Z", "failure": "no"}}
        """;

    private final HttpServer server;
    private final List<String> asked = new ArrayList<>();
    private final StringWriter out = new StringWriter();

    ImagesCommandTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().toString());
                byte[] page = PAGE.getBytes(UTF_8);
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void images_are_listed_with_what_they_contain_and_how_old_that_is() {
        int status = run("images", "--package", "tls", "--older-than", "tls-2-1", "--published");

        assertThat(status).isZero();
        assertThat(asked).containsExactly("/api/3/images?package=tls&older_than=tls-2-1&published=true&limit=20");
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("app-1-1 +true +tls-1-1 *"))
                .contains(
                        "As of 2026-08-01T10:00:00Z, or later.",
                        "pyxis has been away since 2026-08-01T11:00:00Z.",
                        "There are more.");
    }

    private int run(String... arguments) {
        CommandLine command = CommandLines.commandLine().setOut(new PrintWriter(out, true));
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--url=http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
        return command.execute(all.toArray(String[]::new));
    }
}
