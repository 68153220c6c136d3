package io.freshmaker.query.dashboard;

import io.freshmaker.api.event.EventState;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.build.Builds;
import io.freshmaker.query.compose.ComposeJson;
import io.freshmaker.query.compose.Composes;
import io.freshmaker.query.event.Events;
import io.freshmaker.query.plan.NodeState;
import io.freshmaker.query.plan.NodeStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes of facts what pages are told: how the Event and those of its builds and composes are now that the facts are about. */
@Component
class Tellings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Steps steps;
    private final Events events;
    private final Builds builds;
    private final NodeStates nodes;
    private final Composes composes;

    Tellings(Steps steps, Events events, Builds builds, NodeStates nodes, Composes composes) {
        this.steps = steps;
        this.events = events;
        this.builds = builds;
        this.nodes = nodes;
        this.composes = composes;
    }

    /** A change. Whoever hears of one twice is told the same twice. */
    record Change(EventJson event, List<NodeState> builds, List<ComposeJson> composes) {}

    /** Nothing when none of the facts concern this Event. */
    List<Message> of(int event, List<Step> news) {
        List<Step> own = news.stream()
                .filter(step -> Objects.equals(step.event(), event))
                .toList();
        if (own.isEmpty()) return List.of();
        long position = own.getLast().position();
        List<Integer> numbers = own.stream()
                .flatMap(step -> Stream.ofNullable(step.build()))
                .distinct()
                .toList();
        Set<String> keys =
                own.stream().flatMap(step -> Stream.ofNullable(step.compose())).collect(Collectors.toSet());
        EventJson now = now(event); // once: it may end meanwhile, and then the next change says so
        Change change = new Change(now, nodes.of(numbers), composes.keyed(keys));
        List<Message> messages = new ArrayList<>();
        messages.add(new Message(position, "change", JSON.writeValueAsString(change)));
        end(now, position).ifPresent(messages::add);
        return messages;
    }

    /** What happened between two positions. */
    List<Message> missed(int event, long after, long upTo) {
        List<Step> missed = new ArrayList<>();
        List<Step> some = steps.after(after);
        while (!some.isEmpty() && some.getFirst().position() <= upTo) {
            missed.addAll(some);
            some = steps.after(some.getLast().position());
        }
        return of(event, missed);
    }

    /** The last message, when the Event has ended and nothing of it runs any more. */
    Optional<Message> end(int event, long position) {
        return end(now(event), position);
    }

    private Optional<Message> end(EventJson event, long position) {
        boolean ended = EventState.values()[event.state()].isFinal() && !builds.anyOpen(event.id());
        return ended ? Optional.of(Message.empty(position, "end")) : Optional.empty();
    }

    private EventJson now(int event) {
        return events.brief(events.find(String.valueOf(event)));
    }
}
