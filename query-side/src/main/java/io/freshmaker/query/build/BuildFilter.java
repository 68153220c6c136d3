package io.freshmaker.query.build;

import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.query.paging.Wanted;
import io.freshmaker.query.web.ApiError;
import io.freshmaker.query.web.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Consumer;

/** Which builds are wanted, as the query says: of a repeated filter the first counts, an empty one does not (spec §10.3). */
final class BuildFilter {

    private static final String OF_EVENTS =
            "event_number in (select event.number from event_view as event where event.%s = :%1$s)";

    private static final String COUNT_OF_EVENTS = """
        select coalesce(sum(tally.builds), 0) from event_builds_view as tally
        join event_view as event on event.number = tally.event_number where event.%s = :%1$s
        """;

    private final Wanted wanted = new Wanted();
    private final HttpServletRequest request;

    private BuildFilter(HttpServletRequest request) {
        this.request = request;
    }

    static Wanted of(HttpServletRequest request) {
        BuildFilter filter = new BuildFilter(request);
        filter.given("type", text -> filter.wanted.oneOfTallied("type", List.of(type(text))));
        filter.given("state", text -> filter.wanted.oneOfTallied("state", List.of(state(text))));
        filter.given("name", text -> filter.equal("name", text));
        filter.given("event_id", text -> filter.equal("event_number", number("event_id", text)));
        filter.given("dep_on_id", text -> filter.equal("dep_on_id", number("dep_on_id", text)));
        filter.given("build_id", text -> filter.equal("build_id", externalId(text)));
        filter.given("original_nvr", text -> filter.equal("original_nvr", text));
        filter.given("rebuilt_nvr", text -> filter.equal("rebuilt_nvr", text));
        filter.given("event_type_id", text -> filter.ofEvent("event_type_id", number("event_type_id", text)));
        filter.given("event_search_key", text -> filter.ofEvent("search_key", text));
        return filter.wanted;
    }

    private void given(String parameter, Consumer<String> demand) {
        String text = request.getParameter(parameter);
        if (text != null && !text.isEmpty()) demand.accept(text);
    }

    private void equal(String column, Object value) {
        wanted.oneOf(column, List.of(value));
    }

    private void ofEvent(String column, Object value) {
        wanted.where(OF_EVENTS.formatted(column), column, value, COUNT_OF_EVENTS.formatted(column));
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
