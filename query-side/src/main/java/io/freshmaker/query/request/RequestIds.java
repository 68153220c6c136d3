package io.freshmaker.query.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.api.value.Actor;
import io.freshmaker.query.web.ApiError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The ids of requests. They are ours: who could choose one could write into somebody else's Event (upstream defect C2), and who
 * asks twice within a second must not find one Event.
 */
final class RequestIds {

    /** With it a request may be sent again: it is the same one for the same person. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** What the API's description says of it. */
    static final String DESCRIPTION = "Of the writer's choice; sent again with it, it is the same request.";

    private static final int LONGEST_KEY = 255;

    private RequestIds() {}

    /**
     * @param prefix says what is asked for, as the original's ids do
     * @param key what the header says; null: nothing, so this is a new one
     */
    static String of(String prefix, Actor actor, @Nullable String key) {
        if (key == null) return prefix + UUID.randomUUID();
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(RequestIds::isPrintable)) {
            throw ApiError.badRequest("The header %s must be 1 to %d printable ASCII characters."
                    .formatted(IDEMPOTENCY_KEY, LONGEST_KEY));
        }
        return prefix + UUID.nameUUIDFromBytes((actor + "\n" + key).getBytes(UTF_8));
    }

    private static boolean isPrintable(int character) {
        return character >= ' ' && character <= '~';
    }
}
