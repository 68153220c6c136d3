package io.freshmaker.query.leftover;

import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.Conditions;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.openapi.TellsFact;
import io.freshmaker.query.role.Caller;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.role.Role;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What people do about parked messages. */
@RestController
@Tag(name = "messages")
class ParkedResource {

    /** How long retrying all may take; what is left then is for the next request. */
    private static final Duration LIMIT = Duration.ofSeconds(8);

    private final Messages messages;
    private final Acts acts;

    ParkedResource(Messages messages, Acts acts) {
        this.messages = messages;
        this.acts = acts;
    }

    /**
     * What came of a wish for many.
     *
     * @param refused how many somebody else was quicker with
     * @param next where to go on; null when there are no more
     */
    record ManyRetried(int retried, int refused, @Nullable Long next) {}

    @Operation(
            operationId = "retryParked",
            summary = "Has a parked message worked off anew, with the parsers and settings of today")
    @Decision
    @PostMapping("/api/3/parked/{id:[0-9]+}/retry")
    @Needs(Role.ADMIN)
    ResponseEntity<Acted<Message>> retry(@PathVariable String id, @Parameter(hidden = true) Caller caller) {
        Message message = parked(id);
        Acts.Outcome outcome =
                acts.retry(caller.actor(), idOf(message.id()), message.parkings(), () -> isSettled(message));
        return Acted.answer(outcome, Optional.of(messages.find(message.id())));
    }

    @Operation(operationId = "dropParked", summary = "Gives a parked message up")
    @Decision.WithReason
    @PostMapping("/api/3/parked/{id:[0-9]+}/drop")
    @Needs(Role.ADMIN)
    ResponseEntity<Acted<Message>> drop(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable JsonNode body,
            @Parameter(hidden = true) Caller caller) {
        String why = Why.of(body);
        Message message = parked(id);
        Acts.Outcome outcome =
                acts.drop(caller.actor(), idOf(message.id()), message.parkings(), why, () -> isSettled(message));
        return Acted.answer(outcome, Optional.of(messages.find(message.id())));
    }

    /** The oldest first and each once, for one that is parked again keeps its id. */
    @Operation(
            operationId = "retryAllParked",
            summary = "Has parked messages worked off anew, the oldest first, each once",
            description = "Goes on with `after` = `next` until that is null.")
    @ApiResponse(responseCode = "200", description = "Some were retried, or none; it stops after 8 s.")
    @TellsFact
    @Refuses(status = 503, when = "The command side is not there, or no messaging adapter has ever run.")
    @MessageArguments
    @PostMapping("/api/3/parked/retry")
    @Needs(Role.ADMIN)
    ResponseEntity<ManyRetried> retryAll(
            @Parameter(hidden = true) Caller caller,
            HttpServletRequest request,
            @Parameter(
                            description = "Only those with a larger id: `next` of the answer before.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestParam(defaultValue = "0")
                    String after,
            @Parameter(
                            description = "How many, at most.",
                            schema = @Schema(type = "integer", defaultValue = "1000", minimum = "1", maximum = "1000"))
                    @RequestParam(defaultValue = "1000")
                    String limit) {
        int most = (int) Arguments.number("limit", limit, 1, MessageResource.MOST);
        Conditions wanted = MessageFilter.ofParked(request)
                .and("m.id > :after", "after", Arguments.number("after", after, 0, Long.MAX_VALUE));
        List<MessageSummary> found = messages.oldest(wanted, most);
        return retried(caller, found, Part.of(found, most, MessageSummary::id).next());
    }

    private ResponseEntity<ManyRetried> retried(Caller caller, List<MessageSummary> found, @Nullable Long next) {
        long end = System.nanoTime() + LIMIT.toNanos();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        int retried = 0;
        for (int i = 0; i < found.size(); i++) {
            MessageSummary message = found.get(i);
            Optional<String> fact = retried(caller, message);
            if (fact.isPresent()) retried++;
            fact.ifPresent(id -> answer.headers(headers -> headers.set(TellsFact.HEADER, id)));
            if (System.nanoTime() > end) return answer.body(new ManyRetried(retried, i + 1 - retried, message.id()));
        }
        return answer.body(new ManyRetried(retried, found.size() - retried, next));
    }

    private Optional<String> retried(Caller caller, MessageSummary message) {
        try {
            return Optional.of(acts.retry(caller.actor(), idOf(message.id()), message.parkings()));
        } catch (ApiError e) {
            if (e.status() != HttpStatus.CONFLICT) throw e;
            return Optional.empty();
        }
    }

    private Message parked(String id) {
        Message message = messages.find(MessageResource.number(id));
        if (!message.isParked()) throw new ApiError(HttpStatus.CONFLICT, MessageResource.notParked(message));
        return message;
    }

    private boolean isSettled(Message before) {
        return messages.find(before.id()).isSettledSince(before.parkings());
    }

    private static LeftoverId idOf(long row) {
        return LeftoverId.Kind.PARKED_MESSAGE.of(row);
    }
}
