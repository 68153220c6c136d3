package io.freshmaker.command.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value in a YAML file, that knows where it stands. Every method throws {@link Mistake} when it is not of the kind asked for. */
public final class Entry {
    private static final Pattern CONTROL_CHARACTER = Pattern.compile("\\p{Cntrl}");
    private static final Set<String> TRUE_OR_FALSE = Set.of("true", "false");
    private static final int QUOTED_AT_MOST = 80;

    private final String file;
    private final String field;
    private final Node node;

    Entry(String file, String field, Node node) {
        this.file = file;
        this.field = field;
        this.node = node;
    }

    public Place place() {
        var mark = node.getStartMark();
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** From the top of the file, e.g. {@code images[3].nvr}; empty for the whole. */
    public String field() {
        return field;
    }

    /** A text, number or the like, as it is written. */
    public String text() {
        if (!(node instanceof ScalarNode scalar) || isNothing()) throw expected("a text");
        if (CONTROL_CHARACTER.matcher(scalar.getValue()).find()) throw expected("a text without control characters");
        return scalar.getValue();
    }

    /** A text that matches as a whole; {@code what} is how a person would call it. */
    public String text(Pattern pattern, String what) {
        if (!(node instanceof ScalarNode)
                || isNothing()
                || !pattern.matcher(text()).matches()) throw expected(what);
        return text();
    }

    /** {@code true} or {@code false}; not {@code yes}, {@code on} …, which YAML takes for the same and nobody can be sure of. */
    public boolean truth() {
        if (!isTruth() || !TRUE_OR_FALSE.contains(text().toLowerCase(Locale.ROOT))) throw expected("true or false");
        return Boolean.parseBoolean(text());
    }

    /** What YAML takes for a boolean. */
    public boolean isTruth() {
        return node.getTag().equals(Tag.BOOL);
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The items of a list; nothing at all is an empty list. */
    public List<Entry> items() {
        if (isNothing()) return List.of();
        if (!(node instanceof SequenceNode list)) throw expected("a list");
        List<Node> items = list.getValue();
        return IntStream.range(0, items.size())
                .mapToObj(at -> new Entry(file, field + "[" + at + "]", items.get(at)))
                .toList();
    }

    /** The fields of a map, with whatever names. */
    public SequencedMap<String, Entry> fields() {
        SequencedMap<String, Entry> fields = new LinkedHashMap<>();
        if (isNothing()) return fields;
        if (!(node instanceof MappingNode map)) throw expected("a map");
        for (NodeTuple tuple : map.getValue()) {
            Entry key = new Entry(file, field, tuple.getKeyNode());
            Entry value =
                    new Entry(file, field.isEmpty() ? key.text() : field + "." + key.text(), tuple.getValueNode());
            if (fields.put(key.text(), value) != null) throw value.mistake("is there twice");
        }
        return fields;
    }

    /** The fields of a map that may have no others than these. */
    public Fields fields(String... known) {
        SequencedMap<String, Entry> fields = fields();
        for (var one : fields.entrySet()) {
            if (!List.of(known).contains(one.getKey())) {
                throw one.getValue().mistake("unknown field, expected one of " + String.join(", ", known));
            }
        }
        return new Fields(this, fields);
    }

    public Mistake expected(String what) {
        return mistake("expected " + what + ", but found " + shown());
    }

    public Mistake mistake(String what) {
        return new Mistake(place() + ": " + (field.isEmpty() ? "" : Quoted.escaped(field) + ": ") + what);
    }

    private boolean isNothing() {
        return node.getTag().equals(Tag.NULL);
    }

    private String shown() {
        if (isNothing()) return "nothing";
        if (node instanceof ScalarNode scalar) return Quoted.shortened(scalar.getValue(), QUOTED_AT_MOST);
        return isList() ? "a list" : "a map";
    }
}
