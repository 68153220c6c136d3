package io.freshmaker.query.types;

/** A number of the API with its name. */
record NamedId(int id, String name) {

    static NamedId of(Enum<?> value) {
        return new NamedId(value.ordinal(), value.name()); // in all of them the order is the number
    }
}
