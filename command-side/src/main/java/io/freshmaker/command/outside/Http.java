package io.freshmaker.command.outside;

import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Calls one system outside over HTTP. Who is busy or broken ({@code 408}, {@code 429}, {@code 5xx}), too slow, cut short or says more
 * than {@value #LONGEST_ANSWER} bytes is {@link Unavailable}; every other answer is the caller's to read.
 */
public final class Http {

    private static final long LONGEST_ANSWER = 64L << 20;
    private static final Set<Integer> BUSY = Set.of(408, 429);
    private static final int SHOWN = 200;

    private final Outside outside;
    private final Politeness politeness;
    private final HttpClient client;

    /** @param tls with our certificate and what we trust; null: the JVM's */
    public Http(Outside outside, Politeness politeness, @Nullable SSLContext tls) {
        this.outside = outside;
        this.politeness = politeness;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(politeness.connectTimeout())
                .followRedirects(HttpClient.Redirect.NORMAL);
        if (tls != null) builder.sslContext(tls);
        this.client = builder.build();
    }

    /** Asks something that changes nothing there: tried again when it is not answered. */
    public Answer ask(String what, HttpRequest.Builder request) {
        return outside.ask(what, () -> send(what, request));
    }

    /** Has something done there. Never tried again here: who calls must look first whether it was done. */
    public Answer tell(String what, HttpRequest.Builder request) {
        return outside.tell(what, () -> send(what, request));
    }

    private Answer send(String what, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                request.copy().timeout(politeness.readTimeout()).build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
        if (answer.status() >= 500 || BUSY.contains(answer.status())) {
            throw new Unavailable("%s answered %d (%s): %s"
                    .formatted(outside.system(), answer.status(), what, beginning(answer.text())));
        }
        return answer;
    }

    private static String beginning(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }
}
