package io.freshmaker.command.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;

/** What a request says of who we are. Some servers repeat it in the pages that tell of their errors, which are logged here. */
record Secrets(List<String> values) {

    private static final List<String> HEADERS = List.of("Authorization", "Koji-Session-Key");

    Secrets {
        values = List.copyOf(values);
    }

    /** The whole values, and those after a word like {@code Bearer}. */
    static Secrets of(HttpRequest request) {
        List<String> values = new ArrayList<>();
        for (String header : HEADERS) {
            request.headers().allValues(header).forEach(value -> {
                values.add(value);
                values.add(value.substring(value.indexOf(' ') + 1));
            });
        }
        return new Secrets(values);
    }

    /** The answer with stars in the place of each. */
    Answer hiddenIn(Answer answer) {
        String body = new String(answer.body(), ISO_8859_1); // leaves every byte as it is
        String hidden = body;
        for (String value : values) hidden = hidden.replace(value, "***");
        return hidden.equals(body)
                ? answer
                : new Answer(answer.status(), answer.headers(), hidden.getBytes(ISO_8859_1));
    }
}
