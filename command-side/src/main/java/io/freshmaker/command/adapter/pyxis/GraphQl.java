package io.freshmaker.command.adapter.pyxis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.outside.TooSlow;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Pyxis' GraphQL (spec §9.4). Needs {@code freshmaker.pyxis.graphql-url}. */
final class GraphQl {

    static final String SYSTEM = "pyxis";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATABASE_TOO_SLOW = "unable to fetch data from MongoDB in time";
    private static final int NOT_FOUND = 404;
    /** So many pages nobody has: something is wrong there. */
    private static final int MOST_PAGES = 10_000;

    private final Http http;
    private final @Nullable URI url;

    GraphQl(Http http, @Nullable URI url) {
        this.http = http;
        this.url = url;
    }

    /** The one thing that is asked for; nothing where Pyxis does not know it. */
    Optional<JsonNode> one(Question question) {
        JsonNode data = ask(question).path("data");
        if (data.isObject()) return Optional.of(data);
        if (data.isNull()) return Optional.empty();
        throw strange(question, "neither an object nor nothing");
    }

    /** Everything that it finds, page by page. */
    List<JsonNode> all(Question question, int pageSize) {
        return until(question, pageSize, _ -> false);
    }

    /**
     * What it finds, page by page, until that is enough.
     *
     * @param enough looks at everything that was found so far
     */
    List<JsonNode> until(Question question, int pageSize, Predicate<List<JsonNode>> enough) {
        List<JsonNode> all = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode answer = ask(question.page(page, pageSize));
            JsonNode data = answer.path("data");
            if (data.isNull()
                    && NOT_FOUND == answer.path("error").path("status").asInt()) return all;
            if (!data.isArray()) throw strange(question, "a page that is no list");
            data.forEach(all::add);
            if (isLast(question, answer, all.size(), pageSize) || enough.test(all)) return all;
        }
        throw new Unavailable("pyxis has more than %d pages (%s)".formatted(MOST_PAGES, question.field()));
    }

    /** Pyxis may give less at once than it is asked for, and says so. */
    private static boolean isLast(Question question, JsonNode answer, int found, int wanted) {
        int size = answer.path("data").size();
        int given = answer.path("page_size").asInt(wanted);
        JsonNode total = answer.path("total");
        if (!total.isMissingNode() && !total.isNull() && !total.isInt()) {
            throw strange(question, "a total that is no number");
        }
        return total.isInt() ? size == 0 || found >= total.asInt() : size < Math.min(wanted, given);
    }

    private JsonNode ask(Question question) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(json(question)));
        return http.ask(question.field(), request, answer -> read(question, answer));
    }

    private static JsonNode read(Question question, Answer answer) {
        JsonNode said = said(question, answer);
        JsonNode found = said.path("data").path(question.field());
        if (!found.isObject()) {
            throw new Unavailable(
                    "pyxis could not answer (%s): %s%s".formatted(question.field(), messages(said), answer.trace()));
        }
        JsonNode error = found.path("error");
        if (!error.isObject() || error.path("status").asInt() == NOT_FOUND) return found;
        String text = "pyxis answered %s (%s): %s%s"
                .formatted(
                        error.path("status").asText("an error"),
                        question.field(),
                        error.path("detail").asText("no detail"),
                        answer.trace());
        throw text.contains(DATABASE_TOO_SLOW) ? new TooSlow(text) : new Unavailable(text);
    }

    /** @throws Refused when Pyxis' schema has not what we ask for: it will not have it in a minute either */
    private static JsonNode said(Question question, Answer answer) {
        if (answer.status() == 200) return JsonAnswers.object(SYSTEM, question.field(), answer);
        if (answer.status() == 400 && JsonAnswers.isObject(answer)) {
            JsonNode errors = JsonAnswers.object(SYSTEM, question.field(), answer);
            throw new Refused("pyxis does not understand the question (%s): %s%s"
                    .formatted(question.field(), messages(errors), answer.trace()));
        }
        throw new Unavailable("pyxis answered %d (%s): %s%s"
                .formatted(answer.status(), question.field(), answer.beginning(), answer.trace()));
    }

    private static String messages(JsonNode said) {
        List<String> messages = new ArrayList<>();
        said.path("errors").forEach(one -> messages.add(one.path("message").asText()));
        return messages.isEmpty() ? "no message" : String.join("; ", messages);
    }

    private static Unavailable strange(Question question, String what) {
        return new Unavailable("pyxis answered something strange (%s): %s".formatted(question.field(), what));
    }

    private static String json(Question question) {
        try {
            return JSON.writeValueAsString(question.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI url() {
        if (url == null) {
            throw new Refused("Pyxis cannot be asked: the setting freshmaker.pyxis.graphql-url is missing");
        }
        return url;
    }
}
