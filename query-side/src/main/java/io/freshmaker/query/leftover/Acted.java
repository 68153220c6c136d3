package io.freshmaker.query.leftover;

import io.freshmaker.query.openapi.TellsFact;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * What came of a person's wish.
 *
 * @param fact the id of the fact that says so
 * @param done whether it was carried out before we stopped waiting; it will be
 * @param now the thing as it is now; null when it is gone
 */
record Acted<T>(String fact, boolean done, @Nullable T now) {

    static <T> ResponseEntity<Acted<T>> answer(Acts.Outcome outcome, Optional<T> now) {
        return ResponseEntity.ok()
                .header(TellsFact.HEADER, outcome.fact())
                .body(new Acted<>(outcome.fact(), outcome.done(), now.orElse(null)));
    }
}
