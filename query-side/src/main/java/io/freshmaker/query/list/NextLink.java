package io.freshmaker.query.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.query.web.Links;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.StringJoiner;

/** The link to the page after one that was asked for: with every argument of it. */
public final class NextLink {

    static final String CURSOR = "cursor";

    private NextLink() {}

    /** @param cursor where the next page begins */
    public static String of(HttpServletRequest request, String cursor) {
        StringJoiner query = new StringJoiner("&", Links.self(request) + "?", "");
        request.getParameterMap().forEach((name, values) -> {
            if (name.equals(CURSOR)) return;
            for (String value : values) query.add(encoded(name) + "=" + encoded(value));
        });
        return query.add(CURSOR + "=" + cursor).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
