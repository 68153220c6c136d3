package io.freshmaker.command.rules;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.command.yaml.Entry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All allow rules, or all block rules: what a handler's section says about a type replaces what {@code global} says about it. */
record RuleSections(Map<Key, Section> sections) {
    private static final String GLOBAL = "global";

    /** A rule and the words that lead to it, e.g. {@code allow.global.image}. */
    record Section(String field, Rule rule) {}

    private record Key(String handler, ArtifactType type) {}

    static RuleSections read(Entry entry) {
        Map<Key, Section> sections = new HashMap<>();
        entry.fields()
                .forEach((handler, types) -> types.fields().forEach((type, rule) -> {
                    Key key = new Key(FormerNames.current(handler), type(type, rule));
                    if (sections.put(key, new Section(rule.field(), RuleReader.read(rule))) != null) {
                        throw rule.mistake("the same handler has rules for this type already, under its other name");
                    }
                }));
        return new RuleSections(sections);
    }

    Optional<Section> of(String handler, ArtifactType type) {
        return Optional.ofNullable(sections.get(new Key(handler, type)))
                .or(() -> Optional.ofNullable(sections.get(new Key(GLOBAL, type))));
    }

    private static ArtifactType type(String word, Entry rule) {
        return Arrays.stream(ArtifactType.values())
                .filter(type -> word(type).equals(word))
                .findFirst()
                .orElseThrow(() -> rule.mistake("unknown artifact type, expected one of "
                        + Arrays.stream(ArtifactType.values())
                                .map(RuleSections::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(ArtifactType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
