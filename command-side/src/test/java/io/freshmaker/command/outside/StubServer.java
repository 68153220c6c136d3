package io.freshmaker.command.outside;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.freshmaker.command.outside.Exchange.Half;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Answers on loopback what a test says, and remembers what it was asked. */
public final class StubServer implements Closeable {

    private final HttpServer server;
    private final List<Half> requests = new CopyOnWriteArrayList<>();
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private volatile Reply otherwise = status(404, "text/plain", "nothing here");

    /** What it does with a request. */
    @FunctionalInterface
    public interface Reply {
        void to(Half request, HttpExchange exchange) throws IOException;
    }

    public StubServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static Reply status(int status, String type, String body) {
        return (_, exchange) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        };
    }

    /** As recorded, but for the headers that belong to a connection. */
    public static Reply recorded(Exchange recorded) {
        return (_, exchange) -> {
            recorded.response().headers().forEach((name, value) -> {
                if (!List.of("content-length", "connection", "keep-alive", "date", "transfer-encoding")
                        .contains(name)) {
                    exchange.getResponseHeaders().set(name, value);
                }
            });
            byte[] body = recorded.response().body();
            exchange.sendResponseHeaders(recorded.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) exchange.getResponseBody().write(body);
        };
    }

    /** Says that much more is to come and hangs up. */
    public static Reply cutShort(String beginning) {
        return (_, exchange) -> {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(beginning.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Hangs up without a word. */
    public static Reply hangUp() {
        return (_, _) -> {
            throw new IOException("The stub hangs up");
        };
    }

    /** The next requests are answered so, in this order. */
    public StubServer then(Reply... next) {
        replies.addAll(List.of(next));
        return this;
    }

    /** All further ones are answered so. */
    public StubServer otherwise(Reply reply) {
        otherwise = reply;
        return this;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Everything that it was asked, oldest first. */
    public List<Half> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Half request = read(exchange);
            requests.add(request);
            Reply next = replies.poll();
            (next == null ? otherwise : next).to(request, exchange);
        }
    }

    private static Half read(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getLast()));
        String start =
                "%s %s %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), exchange.getProtocol());
        return new Half(start, headers, exchange.getRequestBody().readAllBytes());
    }
}
