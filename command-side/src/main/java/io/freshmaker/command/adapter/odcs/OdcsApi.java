package io.freshmaker.command.adapter.odcs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The REST API of ODCS: one method for each call that we make. Reading needs no login. */
final class OdcsApi {

    static final String SYSTEM = "odcs";

    private static final String COMPOSES = "/api/1/composes/";
    private static final String LIST = "composes";
    private static final int UNAUTHORIZED = 401;
    private static final int UNKNOWN = 404;
    private static final int LONGEST_MESSAGE = 500;

    private final Http asking;
    private final Http telling;
    private final @Nullable URI server;

    /**
     * @param telling says who we are
     * @param server null refuses every call with the name of the setting
     */
    OdcsApi(Http asking, Http telling, @Nullable URI server) {
        this.asking = asking;
        this.telling = telling;
        this.server = server;
    }

    /** Asks for a compose. */
    OdcsCompose create(ObjectNode wanted) {
        HttpRequest.Builder request = request(COMPOSES)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(wanted.toString()));
        return tell("new compose", request);
    }

    /** Has one made again that is gone, or keeps one for longer. */
    OdcsCompose renew(long id) {
        return tell("renew compose " + id, request(COMPOSES + id).method("PATCH", BodyPublishers.noBody()));
    }

    /** One compose, unless ODCS knows none of this id. */
    Optional<OdcsCompose> one(long id) {
        String what = "compose " + id;
        return asking.ask(what, request(COMPOSES + id).GET(), answer -> {
            boolean unknown = answer.status() == UNKNOWN && JsonAnswers.isObject(answer);
            return unknown ? Optional.empty() : Optional.of(new OdcsCompose(read(what, answer), what));
        });
    }

    /** A page of those that a query finds: with {@code items}, and {@code meta.next} where there are more. */
    JsonNode page(Query query) {
        return asking.ask(LIST, request(COMPOSES + query).GET(), answer -> {
            JsonNode found = read(LIST, answer);
            JsonNode next = found.path("meta").path("next");
            if (found.path("items").isArray() && (next.isNull() || next.isTextual())) return found;
            throw new Unavailable("odcs answered a list that is none (%s)".formatted(LIST));
        });
    }

    private OdcsCompose tell(String what, HttpRequest.Builder request) {
        return telling.tell(what, request, answer -> {
            if (answer.status() / 100 == 4) throw no(what, answer);
            return new OdcsCompose(read(what, answer), what);
        });
    }

    /** {@link Refused} in ODCS's own words; a login may be put right, and pages for people are not ODCS's. */
    private static RuntimeException no(String what, Answer answer) {
        if (answer.status() == UNAUTHORIZED) {
            return new Unavailable("ODCS does not let us in: it answered 401 (%s)".formatted(what));
        }
        String sentence = "ODCS answered %d (%s): %s".formatted(answer.status(), what, message(answer));
        return JsonAnswers.isObject(answer) ? new Refused(sentence) : new Unavailable(sentence);
    }

    private static JsonNode read(String what, Answer answer) {
        if (answer.status() == 200) return JsonAnswers.object(SYSTEM, what, answer);
        throw new Unavailable("odcs answered %d (%s): %s".formatted(answer.status(), what, message(answer)));
    }

    private static String message(Answer answer) {
        String message =
                JsonAnswers.textOf(answer, "message").orElse("no message").replaceAll("\\s+", " ");
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    private HttpRequest.Builder request(String path) {
        if (server == null)
            throw new Refused("ODCS cannot be asked: the setting freshmaker.odcs.server-url is missing");
        String base = server.toString().replaceAll("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    }
}
