package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Unavailable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value that Koji sent: text, number, boolean, list, map or {@link Nil}. A field that is not there is nil. A value of another
 * kind than is asked for is no answer: {@link Unavailable}.
 *
 * @param call what it is the answer to, for people
 */
record Value(Object raw, String call) {

    static final Value NOTHING = new Value(Nil.NIL);

    private static final String UNKNOWN = "some call";

    private static final int SHOWN = 60;
    private static final double MILLIS = 1000;

    Value(Object raw) {
        this(raw, UNKNOWN);
    }

    Value to(String call) {
        return new Value(raw, call);
    }

    /** What it means is not what it may mean. */
    Unavailable strange(String what) {
        return new Unavailable("Koji answered something strange (%s): %s".formatted(call, what));
    }

    boolean isNil() {
        return raw == Nil.NIL;
    }

    String text() {
        return as(String.class, "a text");
    }

    /** A name-version-release. */
    Nvr nvr() {
        try {
            return new Nvr(text());
        } catch (IllegalArgumentException e) {
            throw strange(String.valueOf(e.getMessage()));
        }
    }

    /** Empty where it is nil. */
    Optional<String> textIfAny() {
        return isNil() ? Optional.empty() : Optional.of(text());
    }

    long number() {
        if (raw instanceof String text && text.matches("\\d{1,18}")) return Long.parseLong(text);
        if (raw instanceof Double) throw strange("expected a whole number, found " + raw);
        return as(Number.class, "a number").longValue();
    }

    /** Empty where it is nil. */
    Optional<Long> numberIfAny() {
        return isNil() ? Optional.empty() : Optional.of(number());
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(raw);
    }

    /** Koji's seconds since 1970, e.g. {@code 1795377695.475368}. Empty where it is nil. */
    Optional<Instant> momentIfAny() {
        if (isNil()) return Optional.empty();
        double seconds = as(Number.class, "a number of seconds").doubleValue();
        return Optional.of(Instant.ofEpochMilli(Math.round(seconds * MILLIS)));
    }

    /** Empty where it is nil. */
    List<Value> list() {
        return isNil() ? List.of() : all(as(List.class, "a list"));
    }

    /** Nil where it has no such element. */
    Value at(int index) {
        List<Value> all = list();
        return index < all.size() ? all.get(index) : nothing();
    }

    /** Nil where it has no such field, or is nil itself. */
    Value field(String name) {
        if (isNil()) return this;
        Object value = as(Map.class, "a map").get(name);
        return value == null ? nothing() : new Value(value, call);
    }

    /** A field of a field of a field. */
    Value path(String... names) {
        Value value = this;
        for (String name : names) value = value.field(name);
        return value;
    }

    /** The values of a map, in its order; empty where it is nil. */
    List<Value> values() {
        return isNil() ? List.of() : all(as(Map.class, "a map").values());
    }

    boolean isMap() {
        return raw instanceof Map;
    }

    boolean isList() {
        return raw instanceof List;
    }

    private Value nothing() {
        return NOTHING.to(call);
    }

    private List<Value> all(Collection<?> raw) {
        return raw.stream().map(one -> new Value(one, call)).toList();
    }

    private <T> T as(Class<T> kind, String expected) {
        if (kind.isInstance(raw)) return kind.cast(raw);
        String found = raw.toString();
        throw strange("expected %s, found %s"
                .formatted(expected, found.length() > SHOWN ? found.substring(0, SHOWN) + "…" : found));
    }
}
