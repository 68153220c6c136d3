package io.freshmaker.query.image;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.query.web.ApiError;
import java.util.Base64;

/** The last image of a page, as a reader gets it and brings it back: the next page goes on after it, whatever was learned meanwhile. */
record ImageCursor(String nvr) {

    private static final String VERSION = "1.";

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((VERSION + nvr).getBytes(UTF_8));
    }

    /** What we did not give is a 400. */
    static ImageCursor of(String text) {
        try {
            String cursor = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            if (cursor.startsWith(VERSION) && cursor.indexOf('\0') < 0) {
                return new ImageCursor(cursor.substring(VERSION.length()));
            }
        } catch (IllegalArgumentException e) {
            // answered below, like one of another version
        }
        throw ApiError.badRequest("'cursor' must be one that a page gave in its 'next', not '%s'.".formatted(text));
    }
}
