package io.freshmaker.command.outside;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.util.Optional;

/** Reads answers that are to be JSON. What is none was not said by the system itself: it is {@link Unavailable}. */
public final class JsonAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonAnswers() {}

    /** The object of an answer. */
    public static JsonNode object(String system, String what, Answer answer) {
        JsonNode read = read(system, what, answer);
        if (!read.isObject()) throw new Unavailable("%s answered JSON that is no object (%s)".formatted(system, what));
        return read;
    }

    /** The list of an answer. */
    public static JsonNode list(String system, String what, Answer answer) {
        JsonNode read = read(system, what, answer);
        if (!read.isArray()) throw new Unavailable("%s answered JSON that is no list (%s)".formatted(system, what));
        return read;
    }

    /** Whether the system itself said that, and not something between it and us: a proxy has pages for people. */
    public static boolean isObject(Answer answer) {
        return parsed(answer).isObject();
    }

    /** A text in an answer that may be anything, e.g. the message of an error. */
    public static Optional<String> textOf(Answer answer, String field) {
        String text = parsed(answer).path(field).asText("").strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static JsonNode read(String system, String what, Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new Unavailable("%s answered what is no JSON (%s): %s".formatted(system, what, text(e)), e);
        }
    }

    private static JsonNode parsed(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) { // a page for people
            return MissingNode.getInstance();
        }
    }

    /** Without the source, which may be long. */
    private static String text(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : String.valueOf(e.getMessage());
    }
}
