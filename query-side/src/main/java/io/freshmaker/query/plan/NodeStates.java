package io.freshmaker.query.plan;

import io.freshmaker.query.build.BuildRow;
import io.freshmaker.query.build.Builds;
import io.freshmaker.query.build.Ended;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says how some nodes of a graph are now. */
@Component
public class NodeStates {

    private final Builds builds;

    NodeStates(Builds builds) {
        this.builds = builds;
    }

    /** Of those builds that have rows, in the order of their ids. */
    public List<NodeState> of(Collection<Integer> numbers) {
        List<BuildRow> rows = builds.numbered(numbers);
        Map<String, BuildRow> culprits = builds
                .keyed(rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.ended()))
                        .map(Ended::culpritKey)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(BuildRow::buildKey, Function.identity()));
        return rows.stream().map(row -> state(row, culprits)).toList();
    }

    private static NodeState state(BuildRow row, Map<String, BuildRow> culprits) {
        var json = row.json();
        return new NodeState(
                row.number(), json.rebuiltNvr(), json.stateName(), row.externalId(), Ending.of(row, culprits));
    }
}
