package io.freshmaker.query.leftover;

import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.platform.letter.DeadLetter;
import io.freshmaker.platform.letter.DeadLetters;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Arguments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The facts that policies failed at, and what people do about them. */
@RestController
class DeadLetterResource {

    private final DeadLetters letters;
    private final Acts acts;

    DeadLetterResource(DeadLetters letters, Acts acts) {
        this.letters = letters;
        this.acts = acts;
    }

    @GetMapping("/api/3/dead-letters")
    Page<LetterJson> all(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") String limit) {
        int most = (int) Arguments.number("limit", limit, 1, MessageResource.MOST);
        List<LetterJson> found =
                letters.after(after, most).stream().map(LetterJson::of).toList();
        return Page.of(found, most, LetterJson::id);
    }

    @GetMapping("/api/3/dead-letters/{id}")
    LetterJson one(@PathVariable String id) {
        return LetterJson.of(find(id));
    }

    @PostMapping("/api/3/dead-letters/{id}/retry")
    @Needs(Role.ADMIN)
    ResponseEntity<Acted<LetterJson>> retry(@PathVariable String id, Caller caller) {
        DeadLetter letter = find(id);
        return answer(acts.retry(caller.actor(), idOf(letter), occasion(letter), () -> isTried(letter)), id);
    }

    @PostMapping("/api/3/dead-letters/{id}/drop")
    @Needs(Role.ADMIN)
    ResponseEntity<Acted<LetterJson>> drop(
            @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body, Caller caller) {
        String why = Why.of(body);
        DeadLetter letter = find(id);
        return answer(
                acts.drop(
                        caller.actor(),
                        idOf(letter),
                        occasion(letter),
                        why,
                        () -> letters.find(letter.id()).isEmpty()),
                id);
    }

    private ResponseEntity<Acted<LetterJson>> answer(Acts.Outcome outcome, String id) {
        return Acted.answer(outcome, letters.find(id).map(LetterJson::of));
    }

    private DeadLetter find(String id) {
        return letters.find(id)
                .orElseThrow(() -> ApiError.notFound(
                        "There is no dead letter '%s'; the policy may have reacted to it since.".formatted(id)));
    }

    private boolean isTried(DeadLetter before) {
        return letters.find(before.id())
                .map(now -> now.lastTriedAt() != null && !now.lastTriedAt().equals(before.lastTriedAt()))
                .orElse(true);
    }

    /** Each time that it is tried in vain is another occasion; while it is the next to be tried there is none. */
    private static long occasion(DeadLetter letter) {
        Instant tried = letter.lastTriedAt();
        return tried == null ? 0 : tried.toEpochMilli();
    }

    private static LeftoverId idOf(DeadLetter letter) {
        return LeftoverId.Kind.DEAD_LETTER.of(letter.id());
    }
}
