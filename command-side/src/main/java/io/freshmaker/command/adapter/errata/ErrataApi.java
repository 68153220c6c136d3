package io.freshmaker.command.adapter.errata;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The Errata Tool's two APIs in JSON, and the one in XML-RPC. Nothing is changed there. Needs {@code freshmaker.errata.server-url}.
 */
final class ErrataApi {

    static final String SYSTEM = "errata";

    private static final String XML_RPC = "errata/xmlrpc.cgi";

    private final Http http;
    private final @Nullable URI server;

    /** @param server null refuses every question with the name of the setting */
    ErrataApi(Http http, @Nullable URI server) {
        this.http = http;
        this.server = server;
    }

    /** The object at a path. */
    JsonNode object(String path) {
        return ask(path, answer -> JsonAnswers.object(SYSTEM, path, good(path, answer)));
    }

    /** The object at a path, unless the Errata Tool itself says, in JSON, that there is none: anybody may have a page that says so. */
    Optional<JsonNode> objectIfAny(String path) {
        return ask(
                path,
                answer -> answer.status() == 404 && JsonAnswers.isObject(answer)
                        ? Optional.empty()
                        : Optional.of(JsonAnswers.object(SYSTEM, path, good(path, answer))));
    }

    /** The list at a path, unless the Errata Tool itself says that there is none, as {@link #objectIfAny}. */
    Optional<JsonNode> listIfAny(String path) {
        return ask(
                path,
                answer -> answer.status() == 404 && JsonAnswers.isObject(answer)
                        ? Optional.empty()
                        : Optional.of(JsonAnswers.list(SYSTEM, path, good(path, answer))));
    }

    /** The list at a path. */
    JsonNode list(String path) {
        return ask(path, answer -> JsonAnswers.list(SYSTEM, path, good(path, answer)));
    }

    /** What a method answers over XML-RPC, as JSON. */
    JsonNode called(XmlRpcCall call) {
        HttpRequest.Builder request =
                request(XML_RPC).header("Content-Type", "text/xml").POST(BodyPublishers.ofByteArray(call.written()));
        return http.ask(call.method(), request, answer -> XmlRpcAnswer.read(call, good(call.method(), answer)));
    }

    /** It answered, but not what was asked for. */
    static final class Strange extends Unavailable {
        private Strange(String message) {
            super(message);
        }
    }

    /** @param path what was asked for, without the server */
    static Strange strange(String path, String what) {
        return new Strange("errata answered something strange (%s): %s".formatted(path, what));
    }

    private static Answer good(String what, Answer answer) {
        if (answer.status() == 200) return answer;
        throw new Unavailable("errata answered %d (%s): %s"
                .formatted(
                        answer.status(),
                        what,
                        JsonAnswers.textOf(answer, "error").orElse("no message")));
    }

    private <T> T ask(String path, Function<Answer, T> reader) {
        return http.ask(path, request(path).header("Accept", "application/json"), reader);
    }

    private HttpRequest.Builder request(String path) {
        if (server == null) {
            throw new Refused("The Errata Tool cannot be asked: the setting freshmaker.errata.server-url is missing");
        }
        return HttpRequest.newBuilder(URI.create(server.toString().replaceAll("/+$", "") + "/" + path));
    }
}
