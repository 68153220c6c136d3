package io.freshmaker.command.outside;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.command.outside.Fault.Victim;
import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Answers of the wrong shape: the peer's own JSON with something else in it, under its own status. */
public final class JsonFaults {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static final Fault LIST =
            new Fault("a list for an object", victim -> changed(victim, _ -> JSON.createArrayNode()));
    public static final Fault NOTHING =
            new Fault("an object without fields", victim -> changed(victim, _ -> JSON.createObjectNode()));
    public static final Fault NULL = new Fault("null", victim -> changed(victim, _ -> JSON.nullNode()));

    private JsonFaults() {}

    /** Each of these fields missing, and each of another kind. */
    public static Fault[] of(String... pointers) {
        return Stream.of(pointers)
                .flatMap(pointer -> Stream.of(without(pointer), strange(pointer)))
                .toArray(Fault[]::new);
    }

    private static Fault without(String pointer) {
        return new Fault(
                "without " + pointer,
                victim -> changed(victim, json -> {
                    parent(json, pointer).remove(name(pointer));
                    return json;
                }));
    }

    private static Fault strange(String pointer) {
        return new Fault(
                pointer + " of another kind",
                victim -> changed(victim, json -> {
                    ObjectNode parent = parent(json, pointer);
                    boolean object = parent.path(name(pointer)).isObject();
                    parent.set(name(pointer), object ? JSON.createArrayNode() : JSON.createObjectNode());
                    return json;
                }));
    }

    private static ObjectNode parent(JsonNode json, String pointer) {
        JsonNode parent = json.at(JsonPointer.compile(pointer).head());
        if (parent instanceof ObjectNode object && object.has(name(pointer))) return object;
        throw new IllegalArgumentException("%s is not in %s".formatted(pointer, json));
    }

    private static String name(String pointer) {
        return JsonPointer.compile(pointer).last().getMatchingProperty();
    }

    private static void changed(Victim victim, UnaryOperator<JsonNode> change) throws IOException {
        int status = Integer.parseInt(new String(victim.head(), ISO_8859_1).split(" ")[1]);
        JsonNode json = change.apply(JSON.readTree(victim.body()));
        victim.say(Wire.answer(status, "Content-Type: application/json\r\n", JSON.writeValueAsBytes(json)));
    }
}
