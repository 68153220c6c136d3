package io.freshmaker.messaging.inbound.parser;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON in a table of a test: text in single quotes or none at all. */
final class Json {

    private static final ObjectMapper LENIENT =
            new ObjectMapper().configure(JsonParser.Feature.ALLOW_SINGLE_QUOTES, true);

    private Json() {}

    static JsonNode lenient(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException _) {
            return LENIENT.getNodeFactory().textNode(text);
        }
    }
}
