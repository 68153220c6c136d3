package io.freshmaker.query.leftover;

import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.Conditions;
import io.freshmaker.query.openapi.ListArgument;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Raw messages: what came, what became of it, and why. The newest come first. */
@RestController
@Tag(name = "messages")
class MessageResource {

    static final int MOST = 1_000;
    private static final String ANY = "" + Long.MAX_VALUE;

    private final Messages messages;

    MessageResource(Messages messages) {
        this.messages = messages;
    }

    @Operation(operationId = "listIncoming", summary = "Raw messages, the newest first")
    @Refuses(status = 503, when = "No messaging adapter has ever run here.")
    @ListArgument(name = "outcome", names = Outcome.class, description = "What became of it, in any case.")
    @MessageArguments
    @GetMapping("/api/3/incoming")
    Part<MessageSummary, Long> incoming(
            HttpServletRequest request,
            @Parameter(
                            description = "Only those with a smaller id: `next` of the page before.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestParam(defaultValue = ANY)
                    String before,
            @Parameter(
                            description = "How many, at most.",
                            schema = @Schema(type = "integer", defaultValue = "100", minimum = "1", maximum = "1000"))
                    @RequestParam(defaultValue = "100")
                    String limit) {
        return page(MessageFilter.of(request), before, limit);
    }

    @Operation(operationId = "getIncoming", summary = "A raw message as it came, and what became of it")
    @Refuses(status = 404, when = "There is no such message, or not any more.")
    @Refuses(status = 503, when = "No messaging adapter has ever run here.")
    @GetMapping("/api/3/incoming/{id:[0-9]+}")
    Message one(@PathVariable String id) {
        return messages.find(number(id));
    }

    @Operation(
            operationId = "listParked",
            summary = "Messages that are parked until a person decides, the newest first")
    @Refuses(status = 503, when = "No messaging adapter has ever run here.")
    @MessageArguments
    @GetMapping("/api/3/parked")
    Part<MessageSummary, Long> parked(
            HttpServletRequest request,
            @Parameter(
                            description = "Only those with a smaller id: `next` of the page before.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestParam(defaultValue = ANY)
                    String before,
            @Parameter(
                            description = "How many, at most.",
                            schema = @Schema(type = "integer", defaultValue = "100", minimum = "1", maximum = "1000"))
                    @RequestParam(defaultValue = "100")
                    String limit) {
        return page(MessageFilter.ofParked(request), before, limit);
    }

    @Operation(operationId = "getParked", summary = "A parked message as it came, and why it is parked")
    @Refuses(status = 404, when = "There is no such message, or it is not parked.")
    @Refuses(status = 503, when = "No messaging adapter has ever run here.")
    @GetMapping("/api/3/parked/{id:[0-9]+}")
    Message oneParked(@PathVariable String id) {
        Message message = messages.find(number(id));
        if (!message.isParked()) throw ApiError.notFound(notParked(message));
        return message;
    }

    static String notParked(Message message) {
        return "Message %d is not parked: it is %s.".formatted(message.id(), message.outcome());
    }

    static long number(String id) {
        return Arguments.number("id", id, 0, Long.MAX_VALUE);
    }

    private Part<MessageSummary, Long> page(Conditions wanted, String before, String limit) {
        int most = (int) Arguments.number("limit", limit, 1, MOST);
        wanted.and("m.id < :before", "before", Arguments.number("before", before, 0, Long.MAX_VALUE));
        List<MessageSummary> found = messages.newest(wanted, most);
        return Part.of(found, most, MessageSummary::id);
    }
}
