package io.freshmaker.command.adapter.errata;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.value.Nvr;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of an answer of the Errata Tool. Its values end in commands, addresses and log lines, so what is not of its kind is
 * {@link ErrataApi.Strange}.
 *
 * @param asked the path that was asked for
 * @param name of the field, for people
 */
record Told(String asked, String name, JsonNode json) {

    /** The kinds of values. */
    enum Kind {
        LINE("one line of text", "[\\x20-\\x7e]{0,255}"),
        ADVISORY("the name of an advisory", "[A-Z]{2,10}-[0-9]{4}:[0-9]{1,12}(-[0-9]{1,4})?"),
        STATE("a state", "[A-Z_]{1,50}"),
        CONTENT_TYPE("a type of content", "[a-z0-9_-]{1,50}"),
        SEVERITY("a severity", "[A-Za-z]{1,20}"),
        REPOSITORY("a repository", "[A-Za-z0-9_][A-Za-z0-9._+-]{0,254}"),
        ISSUE("the key of an issue", "[A-Z][A-Z0-9_]{0,50}-[0-9]{1,12}"),
        FILE("the name of a file", "[A-Za-z0-9_][A-Za-z0-9._+~^-]{0,254}"),
        NUMBER("a number from 1", "[1-9][0-9]{0,17}"),
        BUILD("an NVR", Nvr.PLAIN);

        private final String meaning;
        private final Pattern form;

        Kind(String meaning, String form) {
            this.meaning = meaning;
            this.form = Pattern.compile(form);
        }
    }

    private static final int LONGEST = 255;

    Told(String asked, JsonNode json) {
        this(asked, "the answer", json);
    }

    boolean isAbsent() {
        return json.isMissingNode() || json.isNull();
    }

    Told get(String field) {
        if (!json.isObject()) throw strange("an object");
        return new Told(asked, field, json.path(field));
    }

    /** By name, in the order of the answer. */
    Map<String, Told> fields() {
        if (!json.isObject()) throw strange("an object");
        Map<String, Told> fields = new LinkedHashMap<>();
        json.properties().forEach(field -> fields.put(field.getKey(), new Told(asked, "an entry", field.getValue())));
        return fields;
    }

    Stream<Told> elements() {
        if (!json.isArray()) throw strange("a list");
        return json.valueStream().map(element -> new Told(asked, "an entry of " + name, element));
    }

    /** A number by which something is known there. */
    long id() {
        if (!json.isIntegralNumber() || !json.canConvertToLong() || json.longValue() < 1) throw strange("an id");
        return json.longValue();
    }

    String text(Kind kind) {
        if (!json.isTextual()) throw strange(kind.meaning);
        return checked(kind, json.textValue());
    }

    /** A name of a field, which is a value of its own. */
    String checked(Kind kind, String value) {
        if (value.length() <= LONGEST && kind.form.matcher(value).matches()) return value;
        throw strange(kind.meaning);
    }

    Nvr nvr(String value) {
        return new Nvr(checked(Kind.BUILD, value));
    }

    private ErrataApi.Strange strange(String expected) {
        return ErrataApi.strange(asked, "%s: expected %s".formatted(name, expected));
    }
}
