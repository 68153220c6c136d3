package io.freshmaker.query.leftover;

import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Arguments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Raw messages: what came, what became of it, and why. The newest come first. */
@RestController
class MessageResource {

    static final int MOST = 1_000;
    private static final String ANY = "" + Long.MAX_VALUE;

    private final Messages messages;

    MessageResource(Messages messages) {
        this.messages = messages;
    }

    @GetMapping("/api/3/incoming")
    Page<MessageSummary> incoming(
            HttpServletRequest request,
            @RequestParam(defaultValue = ANY) String before,
            @RequestParam(defaultValue = "100") String limit) {
        return page(MessageFilter.of(request), before, limit);
    }

    @GetMapping("/api/3/incoming/{id:[0-9]+}")
    Message one(@PathVariable String id) {
        return messages.find(number(id));
    }

    @GetMapping("/api/3/parked")
    Page<MessageSummary> parked(
            HttpServletRequest request,
            @RequestParam(defaultValue = ANY) String before,
            @RequestParam(defaultValue = "100") String limit) {
        return page(MessageFilter.ofParked(request), before, limit);
    }

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

    private Page<MessageSummary> page(MessageFilter filter, String before, String limit) {
        int most = (int) Arguments.number("limit", limit, 1, MOST);
        filter.idBefore(Arguments.number("before", before, 0, Long.MAX_VALUE));
        List<MessageSummary> found = messages.newest(filter, most);
        return Page.of(found, most, MessageSummary::id);
    }
}
