package io.freshmaker.command.adapter.pyxis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.EnumValue;
import graphql.language.Field;
import graphql.language.IntValue;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.parser.Parser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a GraphQL query asks, however it is written: values stand in it or are variables.
 *
 * @param arguments with lists of texts sorted, and without conditions that are empty
 * @param selected the paths of the fields that are wanted, e.g. {@code data.brew.build}
 */
record Asked(String field, Map<String, Object> arguments, SortedSet<String> selected) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param body of a request */
    static Asked in(String body) {
        try {
            return of(JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    private static Asked of(JsonNode body) {
        OperationDefinition operation = Parser.parse(body.path("query").asText())
                .getDefinitionsOfType(OperationDefinition.class)
                .getFirst();
        Field field = (Field) operation.getSelectionSet().getSelections().getFirst();
        JsonNode variables = body.path("variables");
        SortedMap<String, Object> arguments = new TreeMap<>();
        for (Argument argument : field.getArguments()) {
            arguments.put(argument.getName(), plain(argument.getValue(), variables));
        }
        SortedSet<String> selected = new TreeSet<>();
        select("", field.getSelectionSet(), selected);
        return new Asked(field.getName(), arguments, selected);
    }

    Object argument(String name) {
        return Objects.requireNonNull(arguments.get(name));
    }

    /** With another argument. */
    Asked with(String argument, Object value) {
        SortedMap<String, Object> all = new TreeMap<>(arguments);
        all.put(argument, value);
        return new Asked(field, all, selected);
    }

    private static void select(String path, @Nullable SelectionSet set, SortedSet<String> selected) {
        if (set == null) return;
        for (Selection<?> one : set.getSelections()) {
            Field field = (Field) one;
            String here = path.isEmpty() ? field.getName() : path + "." + field.getName();
            if (field.getSelectionSet() == null) selected.add(here);
            select(here, field.getSelectionSet(), selected);
        }
    }

    private static Object plain(Value<?> value, JsonNode variables) {
        return switch (value) {
            case VariableReference variable -> plain(variables.path(variable.getName()));
            case StringValue text -> Objects.requireNonNull(text.getValue());
            case EnumValue constant -> Objects.requireNonNull(constant.getName());
            case IntValue number -> number.getValue().intValueExact();
            case BooleanValue flag -> flag.isValue();
            case ArrayValue list ->
                list(list.getValues().stream().map(one -> plain(one, variables)).toList());
            case ObjectValue object -> {
                SortedMap<String, Object> fields = new TreeMap<>();
                object.getObjectFields().forEach(one -> fields.put(one.getName(), plain(one.getValue(), variables)));
                yield fields;
            }
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static Object plain(JsonNode value) {
        if (value.isArray()) return list(value.valueStream().map(Asked::plain).toList());
        if (value.isObject()) {
            SortedMap<String, Object> fields = new TreeMap<>();
            value.propertyStream().forEach(one -> fields.put(one.getKey(), plain(one.getValue())));
            return fields;
        }
        if (value.isInt()) return value.asInt();
        return value.isBoolean() ? (Object) value.asBoolean() : value.asText();
    }

    private static Object list(List<Object> values) {
        List<Object> full = values.stream().filter(one -> !one.equals(Map.of())).toList();
        boolean texts = full.stream().allMatch(String.class::isInstance);
        return texts ? full.stream().map(String.class::cast).sorted().toList() : full;
    }
}
