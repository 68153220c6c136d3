package io.freshmaker.command.adapter.pdc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import java.util.function.Function;

/** The REST API of PDC. Needs {@code freshmaker.pdc.url}; reading needs no login. */
final class PdcApi {

    static final String SYSTEM = "pdc";

    /** The most that PDC gives at once. */
    private static final int PAGE_SIZE = 100;
    /** So many pages nobody has: something is wrong there. */
    private static final int MOST_PAGES = 10_000;

    private static final JsonNode NONE = MissingNode.getInstance();

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
            String path = kind + "/" + query.and("page_size", PAGE_SIZE).and("page", page);
            // the last page may have gone since its predecessor promised it
            boolean mayBeGone = page > 1;
            JsonNode found = ask(path, answer -> mayBeGone && isNotThere(answer) ? NONE : list(path, answer));
            found.path("results").forEach(all::add);
            if (!found.hasNonNull("next")) return all;
        }
        throw new Unavailable("pdc has more than %d pages of %s".formatted(MOST_PAGES, kind));
    }

    /** The first of a kind that a query finds. */
    Optional<JsonNode> first(String kind, Query query) {
        String path = kind + "/" + query.and("page_size", 1);
        return Optional.ofNullable(
                ask(path, answer -> list(path, answer)).path("results").get(0));
    }

    /** One of a kind, unless PDC knows none of this id. */
    Optional<JsonNode> one(String kind, String id) {
        String path = kind + "/" + id + "/";
        return ask(path, answer -> isNotThere(answer) ? Optional.empty() : Optional.of(object(path, answer)));
    }

    /** PDC itself says so, in JSON: a page for people may come from a proxy, or from a server that is no PDC. */
    private static boolean isNotThere(Answer answer) {
        return answer.status() == 404 && JsonAnswers.isObject(answer);
    }

    private static JsonNode list(String path, Answer answer) {
        JsonNode found = object(path, answer);
        JsonNode next = found.path("next");
        if (found.path("results").isArray() && (next.isNull() || next.isTextual())) return found;
        throw strange(path, "a list that is none");
    }

    private static JsonNode object(String path, Answer answer) {
        if (answer.status() == 200) return JsonAnswers.object(SYSTEM, path, answer);
        throw new Unavailable("pdc answered %d (%s): %s"
                .formatted(
                        answer.status(),
                        path,
                        JsonAnswers.textOf(answer, "detail").orElse("no message")));
    }

    /** @param path what was asked for, without the server */
    static Unavailable strange(String path, String what) {
        return new Unavailable("pdc answered something strange (%s): %s".formatted(path, what));
    }

    private <T> T ask(String path, Function<Answer, T> reader) {
        return http.ask(path, HttpRequest.newBuilder(url(path)).header("Accept", "application/json"), reader);
    }

    private URI url(String path) {
        URI url = settings.url();
        if (url == null) throw new Refused("PDC cannot be asked: the setting freshmaker.pdc.url is missing");
        return URI.create(url.toString().replaceAll("/+$", "") + "/" + path);
    }
}
