package io.freshmaker.query.event;

import io.freshmaker.api.event.EventState;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.wire.BuildJson;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.query.actor.Actors;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Finds Events and gives them in the full or in the short form. */
@Component
public class Events {

    private static final Map<String, Integer> NO_BUILDS = Map.of("total", 0);

    private static final int NEWEST = 20;
    private static final List<Integer> RUNNING = statesThatAre(state -> !state.isFinal());
    private static final List<Integer> ENDED = statesThatAre(EventState::isFinal);

    private final EventRows rows;
    private final BuildsOfEvents builds;
    private final Actors actors;

    Events(EventRows rows, BuildsOfEvents builds, Actors actors) {
        this.rows = rows;
        this.builds = builds;
        this.actors = actors;
    }

    /** By the digits in a path; no such Event is a 404 with the original's text. */
    public EventRow find(String number) {
        return Named.number(number)
                .flatMap(rows::findByNumber)
                .orElseThrow(() -> ApiError.notFound("No such event found."));
    }

    public Optional<EventRow> byNumber(int number) {
        return rows.findByNumber(number);
    }

    /** By the id of its aggregate. */
    public Optional<EventRow> byKey(EventId key) {
        return rows.findByEventKey(key.value());
    }

    /** The numbers of those with that search key that wait for their plan or are being built, and are no dry runs. */
    public List<Integer> building(String searchKey) {
        return rows.findBySearchKeyAndStateInOrderByNumber(searchKey, RUNNING).stream()
                .filter(event -> !event.json().dryRun())
                .map(EventRow::number)
                .toList();
    }

    /** With all of its builds. */
    public EventJson full(EventRow event) {
        return full(List.of(event)).getFirst();
    }

    /** With the numbers of its builds by state. */
    public EventJson brief(EventRow event) {
        return brief(List.of(event)).getFirst();
    }

    /** Those with these numbers, in this order, in the short form. */
    List<EventJson> inBrief(List<Integer> numbers) {
        if (numbers.isEmpty()) return List.of();
        Map<Integer, EventJson> found = brief(rows.findByNumberIn(numbers)).stream()
                .collect(Collectors.toMap(EventJson::id, Function.identity()));
        return numbers.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** How many wait for their plan or are being built. */
    public long countRunning() {
        return rows.countByStateIn(RUNNING);
    }

    /** The newest of those that wait for their plan or are being built, in the short form. */
    public List<EventJson> running() {
        return newest(RUNNING);
    }

    /** The newest that have ended, in the short form, without those that nothing contains. */
    public List<EventJson> ended() {
        return newest(ENDED);
    }

    /** The newest that could not be planned, in the short form. */
    public List<EventJson> failed() {
        return newest(List.of(EventState.FAILED.id()));
    }

    private List<EventJson> newest(List<Integer> states) {
        return brief(rows.findByStateInAndListedTrueOrderByNumberDesc(states, Limit.of(NEWEST)));
    }

    List<EventJson> full(List<EventRow> events) {
        return built(withNames(events.stream().map(EventRow::json).toList(), events));
    }

    List<EventJson> brief(List<EventRow> events) {
        return summarized(withNames(events.stream().map(EventRow::json).toList(), events));
    }

    /** Of events that were read without their rows. */
    List<EventJson> withBuilds(List<EventJson> events) {
        return built(withNames(events, canceled(events)));
    }

    /** Of events that were read without their rows. */
    List<EventJson> withSummaries(List<EventJson> events) {
        return summarized(withNames(events, canceled(events)));
    }

    private List<EventJson> built(List<EventJson> events) {
        Map<Integer, List<BuildJson>> all = builds.of(numbers(events));
        return events.stream()
                .map(event -> event.withBuilds(all.getOrDefault(event.id(), List.of())))
                .toList();
    }

    private List<EventJson> summarized(List<EventJson> events) {
        Map<Integer, Map<String, Integer>> all = builds.summaries(numbers(events));
        return events.stream()
                .map(event -> event.withSummary(all.getOrDefault(event.id(), NO_BUILDS)))
                .toList();
    }

    private List<EventRow> canceled(List<EventJson> events) {
        List<Integer> canceled = numbers(events.stream()
                .filter(event -> event.state() == EventState.CANCELED.id())
                .toList());
        return canceled.isEmpty() ? List.of() : rows.findByNumberIn(canceled);
    }

    /** Who asked for them and who canceled them, as far as it is remembered: neither facts nor rows hold a name. */
    private List<EventJson> withNames(List<EventJson> events, List<EventRow> known) {
        Map<Integer, String> canceledBy = known.stream()
                .filter(row -> row.canceledBy() != null)
                .collect(Collectors.toMap(EventRow::number, row -> Objects.requireNonNull(row.canceledBy())));
        Set<String> people = Stream.concat(
                        canceledBy.values().stream(),
                        events.stream().map(EventJson::requester).filter(Objects::nonNull))
                .collect(Collectors.toSet());
        if (people.isEmpty()) return events;
        Map<String, String> names = actors.names(people);
        return events.stream()
                .map(event -> event.requester() == null ? event : event.requestedBy(names.get(event.requester())))
                .map(event -> canceled(event, names.get(canceledBy.get(event.id()))))
                .toList();
    }

    private static EventJson canceled(EventJson event, @Nullable String name) {
        return name == null ? event : event.canceledBy(name);
    }

    private static List<Integer> statesThatAre(Predicate<EventState> wanted) {
        return Arrays.stream(EventState.values())
                .filter(wanted)
                .map(EventState::id)
                .toList();
    }

    private static List<Integer> numbers(List<EventJson> events) {
        return events.stream().map(EventJson::id).toList();
    }
}
