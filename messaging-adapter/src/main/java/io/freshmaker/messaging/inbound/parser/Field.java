package io.freshmaker.messaging.inbound.parser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.freshmaker.api.trigger.RequestMetadata;
import io.freshmaker.api.trigger.RequestOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One field of a message's JSON with the path to it, so that a complaint can name it. JSON's null counts as absent. */
record Field(String path, JsonNode value) {

    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** The number of one of our Events or builds. */
    int smallNumber() {
        long number = number();
        if (number > Integer.MAX_VALUE) throw unexpected("a whole number below 2147483648");
        return (int) number;
    }

    boolean flag() {
        if (!value.isBoolean()) throw unexpected("true or false");
        return value.booleanValue();
    }

    /** A request's metadata: an object of any fields that may be stored and shown as it is; what is an option can be understood. */
    Map<String, ?> metadata() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (String name : names()) fields.put(name, JSON.convertValue(value.get(name), Object.class));
        if (!RequestMetadata.isKeepable(fields)) {
            throw unexpected("an object of at most %d characters and %d levels, without NUL"
                    .formatted(RequestMetadata.LONGEST, RequestMetadata.DEEPEST));
        }
        RequestOptions.wrong(fields).ifPresent(wrong -> {
            throw get(wrong.name()).unexpected(wrong.expected());
        });
        return fields;
    }

    private MalformedMessage unexpected(String expected) {
        String found = isAbsent()
                ? "nothing"
                : "a value of type " + value.getNodeType().name().toLowerCase(Locale.ROOT);
        return new MalformedMessage(path.isEmpty() ? "body" : path, expected, found);
    }
}
