package io.freshmaker.standalone.cli;

import tools.jackson.databind.JsonNode;

/** Fields of answers as text for a terminal: nothing for what is absent, no control characters. */
final class Text {

    private Text() {}

    static String of(JsonNode node, String field) {
        return of(node.path(field));
    }

    static String of(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "" : safe(value.asString(value.toString()));
    }

    /** The first that is there. */
    static String first(JsonNode node, String... fields) {
        for (String field : fields) {
            String text = of(node, field);
            if (!text.isEmpty()) return text;
        }
        return "";
    }

    private static String safe(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
