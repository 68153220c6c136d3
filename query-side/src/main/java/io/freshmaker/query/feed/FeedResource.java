package io.freshmaker.query.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.platform.feed.CloudEvents;
import io.freshmaker.platform.feed.Fact;
import io.freshmaker.platform.feed.Feed;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every stored fact, in pages: who keeps {@code next} and asks for what is after it misses nothing. */
@RestController
class FeedResource {

    private static final int MOST = 1_000;

    private final ObjectMapper json = new ObjectMapper(); // of the same Jackson as the CloudEvents
    private final Feed feed;
    private final CloudEvents cloudEvents;

    FeedResource(Feed feed, CloudEvents cloudEvents) {
        this.feed = feed;
        this.cloudEvents = cloudEvents;
    }

    @Operation(
            operationId = "readFeed",
            summary = "Every stored fact, in order, in pages",
            description = "Whoever keeps `next` and asks for what is after it misses nothing.",
            tags = "feed")
    @ApiResponse(
            responseCode = "200",
            description = "No items at the end of the feed.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/FeedPage")))
    @GetMapping(path = "/api/3/feed", produces = MediaType.APPLICATION_JSON_VALUE)
    String page(
            @Parameter(
                            description = "The position of the last fact that is known; 0 before the first.",
                            schema = @Schema(type = "integer", format = "int64", defaultValue = "0", minimum = "0"))
                    @RequestParam(defaultValue = "0")
                    String after,
            @Parameter(
                            description = "How many facts, at most.",
                            schema = @Schema(type = "integer", defaultValue = "100", minimum = "0", maximum = "1000"))
                    @RequestParam(defaultValue = "100")
                    String limit) {
        long last = number("after", after, Long.MAX_VALUE);
        ObjectNode page = json.createObjectNode();
        ArrayNode items = page.putArray("items");
        for (Fact fact : feed.after(last, (int) number("limit", limit, MOST))) {
            items.add(cloudEvents.of(fact));
            last = fact.position();
        }
        return page.put("next", last).toString();
    }

    private static long number(String parameter, String text, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0 && number <= most) return number;
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw ApiError.badRequest("'%s' must be a number from 0 to %d, not '%s'.".formatted(parameter, most, text));
    }
}
