package io.freshmaker.query.leftover;

import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.platform.letter.DeadLetter;
import io.freshmaker.platform.letter.DeadLetters;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "dead letters")
class DeadLetterResource {

    private final DeadLetters letters;
    private final Acts acts;

    DeadLetterResource(DeadLetters letters, Acts acts) {
        this.letters = letters;
        this.acts = acts;
    }

    @Operation(operationId = "listDeadLetters", summary = "Facts that a policy failed at, in no order")
    @GetMapping("/api/3/dead-letters")
    Part<LetterJson, String> all(
            @Parameter(description = "Only those after this id: `next` of the page before.")
                    @RequestParam(defaultValue = "")
                    String after,
            @Parameter(
                            description = "How many, at most.",
                            schema = @Schema(type = "integer", defaultValue = "100", minimum = "1", maximum = "1000"))
                    @RequestParam(defaultValue = "100")
                    String limit) {
        int most = (int) Arguments.number("limit", limit, 1, MessageResource.MOST);
        List<LetterJson> found =
                letters.after(after, most).stream().map(LetterJson::of).toList();
        return Part.of(found, most, LetterJson::id);
    }

    @Operation(operationId = "getDeadLetter", summary = "A fact that a policy failed at, and why")
    @Refuses(status = 404, when = "There is none; the policy may have reacted to it since.")
    @GetMapping("/api/3/dead-letters/{id}")
    LetterJson one(@Parameter(description = "Its id.") @PathVariable String id) {
        return LetterJson.of(find(id));
    }

    @Operation(operationId = "retryDeadLetter", summary = "Has the policy try the fact, and those behind it, now")
    @Decision
    @PostMapping("/api/3/dead-letters/{id}/retry")
    @Needs(Role.ADMIN)
    ResponseEntity<Acted<LetterJson>> retry(
            @Parameter(description = "Its id.") @PathVariable String id, @Parameter(hidden = true) Caller caller) {
        DeadLetter letter = find(id);
        return answer(acts.retry(caller.actor(), idOf(letter), occasion(letter), () -> isTried(letter)), id);
    }

    @Operation(operationId = "dropDeadLetter", summary = "Removes a dead letter: the policy never reacts to that fact")
    @Decision.WithReason
    @PostMapping("/api/3/dead-letters/{id}/drop")
    @Needs(Role.ADMIN)
    ResponseEntity<Acted<LetterJson>> drop(
            @Parameter(description = "Its id.") @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode body,
            @Parameter(hidden = true) Caller caller) {
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
