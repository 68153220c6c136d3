package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.query.event.EventRow;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.domain.Specification;

/** Which builds are wanted, as the query says: of a repeated filter the first counts, an empty one does not (spec §10.3). */
final class BuildFilter {

    private final List<Specification<BuildRow>> wanted = new ArrayList<>();
    private final HttpServletRequest request;

    private BuildFilter(HttpServletRequest request) {
        this.request = request;
    }

    static Specification<BuildRow> of(HttpServletRequest request) {
        BuildFilter filter = new BuildFilter(request);
        filter.equal("type", "type", BuildFilter::type);
        filter.equal("state", "state", BuildFilter::state);
        filter.equal("name", "name", text -> text);
        filter.equal("event_id", "eventNumber", text -> number("event_id", text));
        filter.equal("dep_on_id", "depOnId", text -> number("dep_on_id", text));
        filter.equal("build_id", "buildId", BuildFilter::externalId);
        filter.equal("original_nvr", "originalNvr", text -> text);
        filter.equal("rebuilt_nvr", "rebuiltNvr", text -> text);
        filter.ofEvent("event_type_id", "eventTypeId", text -> number("event_type_id", text));
        filter.ofEvent("event_search_key", "searchKey", text -> text);
        return Specification.allOf(filter.wanted);
    }

    private void equal(String parameter, String property, Function<String, Object> parse) {
        String text = given(parameter);
        if (text == null) return;
        Object value = parse.apply(text);
        wanted.add((row, _, criteria) -> criteria.equal(row.get(property), value));
    }

    private void ofEvent(String parameter, String property, Function<String, Object> parse) {
        String text = given(parameter);
        if (text == null) return;
        Object value = parse.apply(text);
        wanted.add((row, query, criteria) -> {
            Subquery<Integer> events = query.subquery(Integer.class);
            Root<EventRow> event = events.from(EventRow.class);
            events.select(event.get("number")).where(criteria.equal(event.get(property), value));
            return row.get("eventNumber").in(events);
        });
    }

    private @Nullable String given(String parameter) {
        String text = request.getParameter(parameter);
        return text == null || text.isEmpty() ? null : text;
    }

    private static Integer type(String text) {
        return Named.number(text)
                .or(() -> Named.of(ArtifactType.class, text).map(ArtifactType::id))
                .filter(id -> id >= 0 && id < ArtifactType.values().length)
                .orElseThrow(() -> ApiError.badRequest("An invalid artifact type was supplied"));
    }

    private static Integer state(String text) {
        return Named.number(text)
                .or(() -> Named.of(BuildState.class, text).map(BuildState::id))
                .filter(id -> id >= 0 && id < BuildState.values().length)
                .orElseThrow(() -> ApiError.badRequest("An invalid state was supplied"));
    }

    private static Integer number(String parameter, String text) {
        return Named.number(text).orElseThrow(() -> invalid(parameter, text));
    }

    private static Long externalId(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw invalid("build_id", text);
        }
    }

    private static ApiError invalid(String parameter, String text) {
        return ApiError.badRequest("An invalid %s was supplied: %s is not a number".formatted(parameter, text));
    }
}
