package io.freshmaker.query.leftover;

import io.freshmaker.query.web.ApiError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Why a person drops something: the body of that request. */
final class Why {

    private static final int LONGEST = 1_000;

    private Why() {}

    /** What is missing, blank, too long or no text is answered with 400. */
    static String of(@Nullable JsonNode body) {
        JsonNode given = body == null ? MissingNode.getInstance() : body.path("reason");
        String reason = given.isString() ? given.asString().strip() : "";
        if (reason.isEmpty() || reason.length() > LONGEST || reason.indexOf('\0') >= 0) {
            throw ApiError.badRequest(
                    "'reason' must be a text of 1 to %d characters that says why, as in {\"reason\": \"…\"}."
                            .formatted(LONGEST));
        }
        return reason;
    }
}
