package io.freshmaker.messaging.inbound.parser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.messaging.testing.Wired;
import java.util.function.Consumer;

/** Our own samples of messages, whole and with a field changed. */
final class Samples {

    static final String GIT = "org.fedoraproject.prod.git.receive";
    static final String BODHI = "org.fedoraproject.prod.bodhi.update.complete.stable";

    private Samples() {}

    static Wired changed(String topic, Consumer<JsonNode> change) {
        JsonNode body = Wired.sample(topic);
        change.accept(body);
        return Wired.bare(topic, "id-1", body);
    }

    static void remove(JsonNode body, String pointer) {
        int cut = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, cut))).remove(pointer.substring(cut + 1));
    }

    static void set(JsonNode body, String pointer, String value) {
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, cut));
        JsonNode json = Json.lenient(value);
        String last = pointer.substring(cut + 1);
        if (parent instanceof ArrayNode list) list.set(Integer.parseInt(last), json);
        else ((ObjectNode) parent).set(last, json);
    }
}
