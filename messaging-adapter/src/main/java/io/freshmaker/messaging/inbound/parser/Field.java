package io.freshmaker.messaging.inbound.parser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One field of a message's JSON with the path to it, so that a complaint can name it. JSON's null counts as absent. */
record Field(String path, JsonNode value) {

    static Field absent(String path) {
        return new Field(path, MissingNode.getInstance());
    }

    boolean isAbsent() {
        return value.isMissingNode() || value.isNull();
    }

    /** Whether nothing is there or an object without fields. */
    boolean isEmpty() {
        return isAbsent() || names().isEmpty();
    }

    boolean isNumber() {
        return value.isNumber();
    }

    /** A field of this object. */
    Field get(String name) {
        if (!value.isObject()) throw unexpected("an object");
        return new Field(path.isEmpty() ? name : path + "." + name, value.path(name));
    }

    /** The names of this object's fields. */
    Set<String> names() {
        if (!value.isObject()) throw unexpected("an object");
        Set<String> names = new TreeSet<>();
        value.fieldNames().forEachRemaining(names::add);
        return names;
    }

    Stream<Field> elements() {
        if (!value.isArray()) throw unexpected("a list");
        return IntStream.range(0, value.size()).mapToObj(i -> new Field(path + "[" + i + "]", value.path(i)));
    }

    String text(ValueKind kind) {
        if (!value.isTextual()) throw unexpected(kind.toString());
        return kind.check(path, value.textValue());
    }

    /** What people wrote, to be looked through and nothing else; empty where it is no text. */
    String prose() {
        return value.isTextual() ? value.textValue() : "";
    }

    /** What something is counted or known by. */
    long number() {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw unexpected("a whole number");
        }
        return value.longValue();
    }

    private MalformedMessage unexpected(String expected) {
        String found = isAbsent()
                ? "nothing"
                : "a value of type " + value.getNodeType().name().toLowerCase(Locale.ROOT);
        return new MalformedMessage(path.isEmpty() ? "body" : path, expected, found);
    }
}
