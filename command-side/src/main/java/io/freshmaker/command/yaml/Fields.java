package io.freshmaker.command.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a map whose names are known. */
public final class Fields {
    private final Entry owner;
    private final Map<String, Entry> fields;

    Fields(Entry owner, Map<String, Entry> fields) {
        this.owner = owner;
        this.fields = fields;
    }

    /** @throws Mistake when it is not there */
    public Entry required(String name) {
        return optional(name).orElseThrow(() -> owner.mistake("the field " + name + " is missing"));
    }

    public Optional<Entry> optional(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The items of a list that may be left out. */
    public List<Entry> list(String name) {
        return optional(name).map(Entry::items).orElse(List.of());
    }
}
