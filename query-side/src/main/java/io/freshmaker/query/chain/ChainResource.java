package io.freshmaker.query.chain;

import io.freshmaker.query.chain.Chain.Link;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.openapi.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The tree of Events that an Event belongs to, as modules that rebuild each other make it. */
@RestController
class ChainResource {

    private final Events events;
    private final Chains chains;

    ChainResource(Events events, Chains chains) {
        this.events = events;
        this.chains = chains;
    }

    @Operation(
            operationId = "getChain",
            summary = "The tree of Events that it belongs to, where a build of one led to another",
            tags = "events")
    @Refuses(status = 404, when = "There is no such Event.")
    @GetMapping("/api/3/events/{id:[0-9]+}/chain")
    Chain chain(@PathVariable String id) {
        EventRow event = events.find(id);
        List<Link> links = chains.of(event.number());
        IntStream others = links.stream().flatMapToInt(link -> IntStream.of(link.fromEvent(), link.toEvent()));
        List<String> numbers = IntStream.concat(IntStream.of(event.number()), others)
                .sorted()
                .distinct()
                .mapToObj(String::valueOf)
                .toList();
        return new Chain(
                numbers.stream()
                        .map(number -> events.brief(events.find(number)))
                        .toList(),
                links);
    }
}
