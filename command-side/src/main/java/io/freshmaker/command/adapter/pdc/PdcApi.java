package io.freshmaker.command.adapter.pdc;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The REST API of PDC. Needs {@code freshmaker.pdc.url}; reading needs no login. */
final class PdcApi {

    static final String SYSTEM = "pdc";

    /** The most that PDC gives at once. */
    private static final int PAGE_SIZE = 100;
    /** So many pages nobody has: something is wrong there. */
    private static final int MOST_PAGES = 10_000;

    private final Http http;
    private final PdcSettings settings;

    PdcApi(Http http, PdcSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    /** Everything of a kind that a query finds. */
    List<JsonNode> all(String kind, Query query) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            Optional<JsonNode> found =
                    get(kind + "/" + query.and("page_size", PAGE_SIZE).and("page", page));
            found.ifPresent(one -> all.addAll(results(kind, one)));
            // the last page may have gone since its predecessor promised it
            if (found.isEmpty() || !found.get().hasNonNull("next")) return all;
        }
        throw new Unavailable("pdc has more than %d pages of %s".formatted(MOST_PAGES, kind));
    }

    /** The first of a kind that a query finds. */
    Optional<JsonNode> first(String kind, Query query) {
        return get(kind + "/" + query.and("page_size", 1)).stream()
                .flatMap(found -> results(kind, found).stream())
                .findFirst();
    }

    /** One of a kind, unless PDC knows none of this id. */
    Optional<JsonNode> one(String kind, String id) {
        return get(kind + "/" + id + "/");
    }

    private static List<JsonNode> results(String kind, JsonNode found) {
        if (!found.path("results").isArray())
            throw new Unavailable("pdc answered a list of %s that is none".formatted(kind));
        List<JsonNode> results = new ArrayList<>();
        found.path("results").forEach(results::add);
        return results;
    }

    private Optional<JsonNode> get(String path) {
        Answer answer = http.ask(path, HttpRequest.newBuilder(url(path)).header("Accept", "application/json"));
        if (answer.status() == 404) return Optional.empty();
        if (answer.status() == 200) return Optional.of(JsonAnswers.object(SYSTEM, path, answer));
        throw new Unavailable("pdc answered %d (%s): %s"
                .formatted(
                        answer.status(),
                        path,
                        JsonAnswers.textOf(answer, "detail").orElse("no message")));
    }

    private URI url(String path) {
        URI url = settings.url();
        if (url == null) throw new Refused("PDC cannot be asked: the setting freshmaker.pdc.url is missing");
        return URI.create(url.toString().replaceAll("/+$", "") + "/" + path);
    }
}
