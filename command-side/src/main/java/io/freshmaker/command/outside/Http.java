package io.freshmaker.command.outside;

import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Calls one system outside over HTTP. Who is busy or broken ({@code 408}, {@code 429}, {@code 5xx}), too slow, cut short, sends us
 * elsewhere ({@code 3xx}) or says more than {@value #LONGEST_ANSWER} bytes is {@link Unavailable}; every other answer is the caller's
 * to read. No redirect is followed: who we say that we are is for the configured address only, and an order would be given twice.
 */
public final class Http {

    private static final long LONGEST_ANSWER = 64L << 20;
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int UNAUTHORIZED = 401;
    private static final Set<Integer> BUSY = Set.of(408, 429);

    private final Outside outside;
    private final Politeness politeness;
    private final HttpClient client;
    private final Identity identity;
    private final long longestAnswer;

    /** @param tls with our certificate and what we trust; null: the JVM's */
    public Http(Outside outside, Politeness politeness, @Nullable SSLContext tls) {
        this(outside, politeness, tls, Identity.NOBODY);
    }

    /** @param identity says who we are with each request, and again after a {@code 401}: then nothing was done */
    public Http(Outside outside, Politeness politeness, @Nullable SSLContext tls, Identity identity) {
        this(outside, politeness, tls, identity, LONGEST_ANSWER);
    }

    Http(Outside outside, Politeness politeness, @Nullable SSLContext tls, Identity identity, long longestAnswer) {
        this.outside = outside;
        this.politeness = politeness;
        this.identity = identity;
        this.longestAnswer = longestAnswer;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(politeness.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER);
        if (tls != null) builder.sslContext(tls);
        this.client = builder.build();
    }

    /**
     * Asks something that changes nothing there: tried again when it is not answered.
     *
     * @param reader makes sense of the answer; what it finds {@link Unavailable} is no answer either
     */
    public <T> T ask(String what, HttpRequest.Builder request, Function<Answer, T> reader) {
        return outside.ask(what, () -> reader.apply(send(what, request)));
    }

    /**
     * Has something done there. Never tried again here: who calls must look first whether it was done.
     *
     * @param reader as that of {@link #ask}
     */
    public <T> T tell(String what, HttpRequest.Builder request, Function<Answer, T> reader) {
        return outside.tell(what, () -> reader.apply(send(what, request)));
    }

    private Answer send(String what, HttpRequest.Builder request) throws IOException, InterruptedException {
        Answer answer = sendOnce(what, request);
        return answer.status() == UNAUTHORIZED && identity != Identity.NOBODY ? sendOnce(what, request) : answer;
    }

    private Answer sendOnce(String what, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest.Builder introduced = request.copy().timeout(politeness.readTimeout());
        identity.introduce(introduced, introduced.build().uri());
        HttpRequest ready = introduced.build();
        HttpResponse<byte[]> response =
                inTime(client.sendAsync(ready, BodyHandlers.limiting(BodyHandlers.ofByteArray(), longestAnswer)));
        Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
        return answer.isSuccess() ? answer : checked(what, Secrets.of(ready).hiddenIn(answer));
    }

    private Answer checked(String what, Answer answer) {
        String said = "%s answered %d (%s): ".formatted(outside.system(), answer.status(), what);
        if (answer.status() / 100 == 3) {
            throw new Unavailable(said + "it points to %s, but no redirect is followed".formatted(answer.pointsTo()));
        }
        if (answer.status() == GATEWAY_TIMEOUT) throw new TooSlow(said + answer.beginning() + answer.trace());
        if (answer.status() >= 500 || BUSY.contains(answer.status())) {
            throw new NotNow(said + answer.beginning() + answer.trace(), answer.retryAfter());
        }
        return answer;
    }

    /** The client itself only waits for the head of an answer; what comes behind it could take for ever. */
    private <T> T inTime(CompletableFuture<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get(
                    politeness.connectTimeout().plus(politeness.readTimeout()).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("the whole answer timed out");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException broken ? broken : new IOException(e.getCause());
        } finally {
            answer.cancel(true); // closes the connection of one that is not over
        }
    }
}
