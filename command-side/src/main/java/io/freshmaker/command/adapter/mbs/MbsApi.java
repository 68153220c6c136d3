package io.freshmaker.command.adapter.mbs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The REST API of MBS, version 1: one method for each call that we make. Needs {@code freshmaker.mbs.base-url}. */
final class MbsApi {

    static final String SYSTEM = "mbs";

    /** What a list is called in messages. */
    private static final String LIST = "builds";

    private static final String BUILDS = "/module-build-service/1/module-builds/";
    /** So many pages nobody has: something is wrong there. */
    private static final int MOST_PAGES = 10_000;

    private final Http http;
    private final MbsSettings settings;

    MbsApi(Http http, MbsSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Shows the builds that a query finds, page by page, for as long as the looker wants more. */
    void look(Query query, int perPage, Predicate<MbsBuild> more) {
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode found = page(query.and("per_page", perPage).and("page", page));
            for (JsonNode item : found.path("items")) {
                if (!more.test(new MbsBuild(item, LIST))) return;
            }
            if (found.path("items").isEmpty() || !found.path("meta").hasNonNull("next")) return;
        }
        throw new Unavailable("mbs has more than %d pages of builds".formatted(MOST_PAGES));
    }

    /** The first build that a query finds and somebody wants. */
    Optional<MbsBuild> first(Query query, int perPage, Predicate<MbsBuild> wanted) {
        MbsBuild[] first = new MbsBuild[1];
        look(query, perPage, build -> {
            if (wanted.test(build)) first[0] = build;
            return first[0] == null;
        });
        return Optional.ofNullable(first[0]);
    }

    /** One build, unless MBS knows none of this id. */
    Optional<MbsBuild> build(String id) {
        if (!id.matches("[0-9]{1,18}")) return Optional.empty();
        String what = "build " + id;
        return http.ask(what, request(BUILDS + id).GET(), answer -> {
            boolean unknown = answer.status() == 404 && JsonAnswers.isObject(answer);
            return unknown ? Optional.empty() : Optional.of(new MbsBuild(read(what, answer), what));
        });
    }

    /** Asks for a build of a module. Whatever the answer, it is the caller's to read. */
    MbsAnswer submit(String scmurl, String branch) {
        String what = "build " + scmurl;
        return tell(what, changing(BUILDS).POST(json(Map.of("scmurl", scmurl, "branch", branch))));
    }

    /** Asks that a build is given up. Whatever the answer, it is the caller's to read. */
    MbsAnswer cancel(String id) {
        return tell("cancel " + id, changing(BUILDS + id).method("PATCH", json(Map.of("state", "failed"))));
    }

    /** @throws Refused when the setting is missing without which MBS can be asked nothing */
    URI baseUrl() {
        URI url = settings.baseUrl();
        if (url == null) throw new Refused("MBS cannot be asked: the setting freshmaker.mbs.base-url is missing");
        return url;
    }

    private JsonNode page(Query query) {
        return http.ask(LIST, request(BUILDS + query).GET(), answer -> {
            JsonNode found = read(LIST, answer);
            JsonNode next = found.path("meta").path("next");
            if (found.path("items").isArray() && (next.isNull() || next.isTextual())) return found;
            throw new Unavailable("mbs answered a list that is none (%s)".formatted(LIST));
        });
    }

    private MbsAnswer tell(String what, HttpRequest.Builder request) {
        return http.tell(what, request, answer -> new MbsAnswer(what, answer));
    }

    private static JsonNode read(String what, Answer answer) {
        if (answer.status() == 200) return JsonAnswers.object(SYSTEM, what, answer);
        throw new Unavailable("mbs answered %d (%s): %s".formatted(answer.status(), what, MbsAnswer.message(answer)));
    }

    private HttpRequest.Builder changing(String path) {
        HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
        return settings.token() == null ? request : request.header("Authorization", "Bearer " + settings.token());
    }

    private HttpRequest.Builder request(String path) {
        String base = baseUrl().toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    }

    private static HttpRequest.BodyPublisher json(Map<String, String> fields) {
        var object = JsonNodeFactory.instance.objectNode();
        fields.forEach(object::put);
        return BodyPublishers.ofString(object.toString());
    }
}
