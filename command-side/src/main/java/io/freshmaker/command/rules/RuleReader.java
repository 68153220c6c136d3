package io.freshmaker.command.rules;

import io.freshmaker.command.yaml.Entry;
import io.freshmaker.command.yaml.Mistake;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Reads one rule; throws {@link Mistake} for a criterion or an operator that it does not know. */
final class RuleReader {
    private static final List<String> OPERATORS = List.of("any", "all");

    private RuleReader() {}

    static Rule read(Entry entry) {
        if (entry.isList()) throw entry.mistake("a list needs an operator, any or all, in front of it");
        SequencedMap<String, Entry> fields = entry.fields();
        if (fields.keySet().stream().noneMatch(OPERATORS::contains)) return asks(entry, fields);
        if (fields.size() > 1) throw entry.mistake("any or all stands alone; nest the rest in its list");
        var operator = fields.firstEntry();
        List<Rule> rules =
                operator.getValue().items().stream().map(RuleReader::read).toList();
        return operator.getKey().equals("any")
                ? new Rule.AnyOf(entry.place(), rules)
                : new Rule.AllOf(entry.place(), rules);
    }

    private static Rule asks(Entry entry, SequencedMap<String, Entry> fields) {
        Map<Criterion, List<Prefix>> patterns = new EnumMap<>(Criterion.class);
        fields.forEach((word, value) -> patterns.put(criterion(word, value), patterns(value)));
        return new Rule.Asks(entry.place(), patterns);
    }

    private static List<Prefix> patterns(Entry value) {
        return value.isList() ? value.items().stream().map(Prefix::read).toList() : List.of(Prefix.read(value));
    }

    private static Criterion criterion(String word, Entry value) {
        return Criterion.of(word)
                .orElseThrow(() -> value.mistake("unknown criterion or operator, expected one of any, all, "
                        + Arrays.stream(Criterion.values()).map(Criterion::word).collect(Collectors.joining(", "))));
    }
}
