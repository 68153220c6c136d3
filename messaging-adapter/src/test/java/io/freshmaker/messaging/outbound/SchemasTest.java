package io.freshmaker.messaging.outbound;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.freshmaker.api.artifactbuild.BuildState;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventState;
import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.api.leftover.LeftoverRetried;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.trigger.BranchRebuild;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.Actor;
import io.freshmaker.messaging.bus.OutgoingMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What we publish is what docs/schemas says, which is what its header names. */
class SchemasTest {

    private static final Path FOLDER =
            Path.of("../docs/schemas").toAbsolutePath().normalize();
    private static final String BUILD = "freshmaker.build.state.changed.v1";
    private static final String EVENT = "freshmaker.event.state.changed.v1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7);
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    @Test
    void every_message_that_is_published_is_as_the_schema_says_that_its_header_names() {
        Set<String> seen = new HashSet<>();

        for (OutgoingMessage message : published(1, 4)) {
            String name = schemaOf(message);
            seen.add(name + ".json");
            assertThat(schema(name).validate(json(message))).as(name).isEmpty();
        }
        assertThat(seen).isEqualTo(files());
    }

    @ParameterizedTest
    @EnumSource
    void a_fact_that_belongs_to_no_event_is_as_the_schema_says(LeftoverId.Kind kind) {
        OutgoingMessage message = Published.ofNoEvent(new LeftoverRetried(kind.of(7), 1, Actor.ANYONE));

        assertThat(message.routingKey()).isEqualTo("leftover.LeftoverRetried");
        assertThat(schema(schemaOf(message)).validate(json(message))).isEmpty();
    }

    @Test
    void the_schemas_know_every_field_that_is_published() {
        for (OutgoingMessage message : published(2, 3)) {
            assertThat(names(json(message))).as(schemaOf(message)).isSubsetOf(known(schemaOf(message)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        EVENT + ", id",
        EVENT + ", state_name",
        EVENT + ", builds",
        "freshmaker.event.state.changed.min.v1, builds_summary",
        BUILD + ", rebuild_reason",
        "freshmaker.domain.event.v1, sequence",
        "freshmaker.manual.rebuild.v1, errata_id",
        "freshmaker.manage.eventcancel.v1, builds_id"
    })
    void a_message_that_lacks_a_field_is_not_as_the_schema_says(String name, String field) {
        ObjectNode message = (ObjectNode) published(3, 1).stream()
                .filter(one -> schemaOf(one).equals(name))
                .map(SchemasTest::json)
                .filter(json -> json.has(field))
                .findFirst()
                .orElseThrow();

        message.remove(field);

        assertThat(schema(name).validate(message)).isNotEmpty();
    }

    @Test
    void the_names_of_states_and_types_are_all_there() {
        assertThat(enumeration(EVENT, "/definitions/event/properties/state_name/enum"))
                .isEqualTo(names(EventState.values()));
        assertThat(enumeration(BUILD, "/properties/state_name/enum")).isEqualTo(names(BuildState.values()));
        assertThat(enumeration(BUILD, "/properties/type_name/enum")).isEqualTo(names(ArtifactType.values()));
    }

    private static List<OutgoingMessage> published(int number, int builds) {
        Request request = new Request("manual_rebuild_1", Way.API, new Actor("actor-1"), List.of(3), Map.of("a", 1));
        ManualRebuild rebuild = new ManualRebuild(1, List.of("foo-1-1"), request);
        List<OutgoingMessage> all = new ArrayList<>(Published.of(Story.of(number, builds)));
        all.add(Published.request(new EventRegistered(rebuild.eventId(), 1, request.id(), rebuild)));
        BranchRebuild branch = new BranchRebuild("main", List.of("foo-container"), "target", request);
        all.add(Published.request(new EventRegistered(branch.eventId(), 2, request.id(), branch)));
        all.add(Published.cancel(new EventCanceled(branch.eventId(), Actor.ANYONE, List.of()), 3, 4));
        return all;
    }

    private JsonSchema schema(String name) {
        return schemas.computeIfAbsent(name, _ -> factory.getSchema(location(name), config));
    }

    private static SchemaLocation location(String name) {
        return SchemaLocation.of(FOLDER.resolve(name + ".json").toUri().toString());
    }

    private static String schemaOf(OutgoingMessage message) {
        return String.valueOf(message.properties().getHeaders().get("fedora_messaging_schema"));
    }

    private static Set<String> known(String name) {
        Set<String> known = new HashSet<>(names(read(name).path("properties")));
        if (name.contains(".event.state.")) {
            known.addAll(names(read(EVENT).at("/definitions/event/properties")));
        }
        return known;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<String> enumeration(String schema, String pointer) {
        return read(schema).at(pointer).valueStream().map(JsonNode::textValue).toList();
    }

    private static Set<String> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString()).collect(toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String name) {
        return json(bytes(FOLDER.resolve(name + ".json")));
    }

    private static JsonNode json(OutgoingMessage message) {
        return json(message.body());
    }

    private static JsonNode json(byte[] text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
