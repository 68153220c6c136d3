package io.freshmaker.command.adapter.odcs;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.ComposeType;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.Compose.State;
import io.freshmaker.command.port.Unavailable;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A compose as ODCS writes it.
 *
 * @param what was asked, for messages
 */
record OdcsCompose(JsonNode json, String what) {

    private static final String SOURCE = "source";

    long number() {
        JsonNode id = json.path("id");
        if (!id.isIntegralNumber()) throw strange("id");
        return id.longValue();
    }

    Compose compose() {
        Instant removed = time("time_removed");
        return new Compose(
                number(),
                state(),
                ComposeType.of(json.path("source_type").asInt()).orElse(null),
                json.path(SOURCE).asText(""),
                removed == null ? time("time_to_expire") : removed,
                json.path("state_reason").asText(""));
    }

    /**
     * Whether it was asked for with the same words. Arches and keys that nobody asked for are ODCS's choice; modules it completes
     * with their versions and contexts.
     */
    boolean isAlike(ComposeRequest wanted, Collection<String> sigkeys) {
        return json.path("source_type").asInt() == wanted.type().id()
                && isMadeOf(words(wanted.source()))
                && field("packages").equals(Set.copyOf(wanted.packages()))
                && field("builds").equals(Set.copyOf(wanted.builds()))
                && (wanted.arches().isEmpty() || field("arches").equals(Set.copyOf(wanted.arches())))
                && flags().equals(Set.copyOf(wanted.flags()))
                && (sigkeys.isEmpty() || keys(field("sigkeys")).equals(keys(sigkeys)));
    }

    private boolean isMadeOf(Set<String> wanted) {
        Set<String> sources = field(SOURCE);
        return sources.size() == wanted.size()
                && wanted.stream()
                        .allMatch(one -> sources.stream()
                                .anyMatch(source -> source.equals(one) || source.startsWith(one + ":")));
    }

    private Set<String> flags() {
        return json.path("flags").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }

    private Set<String> field(String name) {
        JsonNode value = json.path(name);
        return value.isTextual() ? words(value.textValue()) : Set.of();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static Set<String> keys(Collection<String> keys) {
        return keys.stream().map(key -> key.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    private State state() {
        JsonNode state = json.path("state");
        if (!state.isInt()) throw strange("state");
        List<State> states = List.of(State.values());
        if (state.intValue() < 0 || state.intValue() >= states.size()) throw strange("state");
        return states.get(state.intValue());
    }

    private @Nullable Instant time(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        try {
            return Instant.parse(value.asText());
        } catch (DateTimeParseException e) {
            throw strange(name);
        }
    }

    private Unavailable strange(String field) {
        return new Unavailable("odcs answered something strange (%s): the field %s is none".formatted(what, field));
    }
}
