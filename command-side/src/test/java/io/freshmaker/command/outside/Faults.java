package io.freshmaker.command.outside;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Fault.Victim;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The faults that every system may have. Answers that are no success repeat who we said that we are, as careless servers do. */
public final class Faults {

    /** Until what was said has arrived. */
    private static final Duration ARRIVAL = Duration.ofMillis(30);

    /** Too short to be taken for silence, and an answer has some hundred bytes. */
    private static final Duration DRIP = Duration.ofMillis(300);

    /** Done by the line, which then does not listen. */
    public static final Fault REFUSED = new Fault("connection refused", victim -> {
        throw new IOException("Nobody listens here");
    });

    public static final Fault RESET = new Fault("connection reset in the middle of the answer", victim -> {
        victim.say(half(victim.honest().answer()));
        pause(ARRIVAL);
        victim.socket().setSoLinger(true, 0);
    });
    public static final Fault HUNG_UP =
            new Fault("hung up without an answer", victim -> victim.honest().answer());
    public static final Fault SILENT = new Fault("no answer at all", Faults::nothing);
    public static final Fault HEAD_ONLY = new Fault("headers, then silence", victim -> {
        victim.say(victim.head());
        nothing(victim);
    });
    public static final Fault DRIBBLE = new Fault("an answer that drips", victim -> {
        for (byte one : victim.honest().answer()) {
            victim.say(new byte[] {one});
            pause(DRIP);
        }
    });
    public static final Fault TRUNCATED = new Fault("truncated answer", victim -> {
        byte[] body = victim.body();
        victim.say(victim.head());
        victim.say(half(body));
    });
    public static final Fault HALF = new Fault("half a document", victim -> answer(victim, 200, half(victim.body())));
    public static final Fault EMPTY = new Fault("an empty answer", victim -> answer(victim, 200, new byte[0]));
    public static final Fault PAGE =
            new Fault("a page for people", victim -> answer(victim, 200, "<html><p>It works!</html>".getBytes(UTF_8)));
    public static final Fault NO_HTTP =
            new Fault("what is no HTTP", victim -> victim.say("SSH-2.0-OpenSSH_9.9\r\n\r\n".getBytes(UTF_8)));
    public static final Fault HUGE = new Fault("an answer above the limit", victim -> {
        byte[] much = new byte[(int) (4 * Systems.LONGEST_ANSWER)];
        Arrays.fill(much, (byte) ' ');
        victim.say(Wire.answer(200, "Content-Type: text/plain\r\n", much));
    });
    public static final Fault UNAUTHORIZED = status(401);
    public static final Fault FORBIDDEN = status(403);
    public static final Fault NOT_FOUND = status(404);
    public static final Fault BUSY = new Fault(
            "429 with Retry-After", victim -> victim.say(Wire.answer(429, "Retry-After: 1\r\n", echo(victim, "%s"))));
    public static final Fault BROKEN_ONCE = new Fault("500, then well again", victim -> {
        if (victim.time() == 1) status(500).how().befall(victim);
        else victim.say(victim.honest().answer());
    });
    public static final Fault BROKEN = status(500);
    public static final Fault MOVED = redirect(302);
    public static final Fault MOVED_AS_IT_IS = redirect(307);

    public static final List<Fault> ALL = List.of(
            REFUSED,
            RESET,
            HUNG_UP,
            SILENT,
            HEAD_ONLY,
            DRIBBLE,
            TRUNCATED,
            HALF,
            EMPTY,
            PAGE,
            NO_HTTP,
            HUGE,
            UNAUTHORIZED,
            FORBIDDEN,
            NOT_FOUND,
            BUSY,
            BROKEN_ONCE,
            BROKEN,
            MOVED,
            MOVED_AS_IT_IS);

    /** Those in which nobody answers, so that only our own patience ends them. */
    public static final List<Fault> SLOW = List.of(SILENT, HEAD_ONLY, DRIBBLE);

    private Faults() {}

    /** A no in the system's own words, which are JSON. */
    public static Fault said(int status, String field) {
        String json = "{\"%s\": \"no, says the system; %%s\", \"status\": %d}".formatted(field, status);
        return new Fault(
                "%d in its own words".formatted(status),
                victim -> victim.say(Wire.answer(status, "Content-Type: application/json\r\n", echo(victim, json))));
    }

    /** The system's own answer, to be sent by a fault of one system. */
    public static void say(Victim victim, String type, String document) throws IOException {
        victim.say(Wire.answer(200, "Content-Type: %s\r\n".formatted(type), document.getBytes(UTF_8)));
    }

    private static Fault status(int status) {
        return new Fault(
                String.valueOf(status), victim -> answer(victim, status, echo(victim, "<html><p>No</p>%s</html>")));
    }

    private static Fault redirect(int status) {
        return new Fault(
                "%d to a foreign host".formatted(status),
                victim ->
                        victim.say(Wire.answer(status, "Location: %s\r\n".formatted(victim.elsewhere()), new byte[0])));
    }

    private static void answer(Victim victim, int status, byte[] body) throws IOException {
        victim.say(Wire.answer(status, "Content-Type: text/html\r\n", body));
    }

    private static byte[] echo(Victim victim, String form) {
        Half request = victim.request();
        String secrets = request.headers().getOrDefault("authorization", "nobody") + " "
                + request.headers().getOrDefault("koji-session-key", "no key");
        return form.formatted(secrets).getBytes(UTF_8);
    }

    private static byte[] half(byte[] all) {
        return Arrays.copyOf(all, all.length / 2);
    }

    private static void nothing(Victim victim) throws IOException {
        victim.wait(victim.socket().getInputStream());
    }

    private static void pause(Duration time) throws IOException {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
