package io.freshmaker.command.outside;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What a server answered, whole. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** The body as text in UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
