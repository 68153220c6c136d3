package io.freshmaker.command.outside;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What a server answered, whole. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    private static final int SHOWN = 200;

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The body as text in UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body's beginning in one line, for messages. */
    public String beginning() {
        String line = text().strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    /** What the system's own people find this answer by, in brackets; nothing where it does not say. */
    public String trace() {
        return headers.firstValue("trace_id")
                .filter(id -> id.matches("[\\w.:-]{1,100}"))
                .map(" (trace_id %s)"::formatted)
                .orElse("");
    }

    /** For how long we are asked to wait; zero where it is not said in seconds. */
    Duration retryAfter() {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .filter(seconds -> seconds.matches("\\d{1,9}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    /** The server that a redirect names, without what may be secret in its address. */
    String pointsTo() {
        return headers.firstValue("Location")
                .map(address -> address.replaceAll("(?<=[^/:])[/?#].*", "").replaceAll("//[^@]*@", "//"))
                .orElse("nowhere");
    }
}
