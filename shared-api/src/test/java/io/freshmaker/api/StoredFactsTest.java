package io.freshmaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.compose.ComposeDomainEvent;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.leftover.LeftoverDomainEvent;
import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Facts are for ever: what was stored once must stay readable. Each domain event has a committed sample of its stored form,
 * {@code <class>-<revision>.json}, which is never edited; a changed domain event gets a new revision and a new sample. What is
 * only added has a default that is read where a fact of an earlier revision says nothing (decision 17); more needs an upcaster.
 */
class StoredFactsTest {

    /** Says what facts of earlier revisions did not say, as far as they did not say it. */
    private static final Map<Class<?>, Consumer<ObjectNode>> ADDED = Map.of(
            EventRegistered.class, StoredFactsTest::notDry,
            RebuildPlanned.class, StoredFactsTest::notDry,
            ArtifactBuildPlanned.class, StoredFactsTest::notDry,
            ArtifactBuildStarted.class, fact -> fact.putArray("composes"),
            ArtifactBuildSucceeded.class, fact -> fact.putNull("type"));

    /** As the platform's, which stores them. */
    private final ObjectMapper json = new ObjectMapper()
            .findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static List<Class<?>> domainEvents() {
        return Stream.of(
                        EventDomainEvent.class,
                        ArtifactBuildDomainEvent.class,
                        ComposeDomainEvent.class,
                        LeftoverDomainEvent.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .toList();
    }

    static List<Object> values() {
        return List.of(
                new EventId("event-1"),
                new BuildId("build-1"),
                new Actor("actor-1"),
                new LeftoverId("parked-7"),
                new ComposeId("compose-1"),
                new ArtifactKey("image:a-1-1"),
                new Nvr("a-1-1"),
                Blocker.parent(new BuildId("build-1")));
    }

    @ParameterizedTest
    @MethodSource("domainEvents")
    void what_was_stored_is_read_and_would_be_stored_the_same(Class<?> type) throws IOException {
        JsonNode stored = sampleOf(type);

        Object fact = json.treeToValue(stored, type);

        assertThat(asStored(fact)).isEqualTo(stored);
    }

    @ParameterizedTest
    @MethodSource("domainEvents")
    void a_field_that_a_later_version_dropped_does_no_harm(Class<?> type) throws IOException {
        ObjectNode stored = sampleOf(type);
        Object fact = json.treeToValue(stored, type);

        stored.put("dropped", true);

        assertThat(json.treeToValue(stored, type)).isEqualTo(fact);
    }

    @ParameterizedTest
    @MethodSource("domainEvents")
    void what_was_stored_by_an_earlier_version_is_read_and_what_it_could_not_say_is_the_default(Class<?> type)
            throws IOException {
        int newest = Integer.parseInt(revision(type));
        for (int earlier = 1; earlier < newest; earlier++) {
            ObjectNode stored = sample(type, String.valueOf(earlier));

            JsonNode now = asStored(json.treeToValue(stored, type));

            ADDED.getOrDefault(type, _ -> {}).accept(stored);
            assertThat(now).as("revision %d", earlier).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_a_plain_string(Object value) throws IOException {
        String stored = json.writeValueAsString(value);

        assertThat(stored).isEqualTo("\"" + value + "\"");
        assertThat(json.readValue(stored, value.getClass())).isEqualTo(value);
    }

    @Test
    void every_domain_event_is_looked_at() {
        assertThat(domainEvents()).hasSizeGreaterThanOrEqualTo(22);
    }

    /** By way of the text, which has one kind of numbers. */
    private JsonNode asStored(Object fact) throws IOException {
        return json.readTree(json.writeValueAsBytes(fact));
    }

    private static void notDry(ObjectNode fact) {
        if (!fact.has("dryRun")) fact.put("dryRun", false);
    }

    private ObjectNode sampleOf(Class<?> type) throws IOException {
        return sample(type, revision(type));
    }

    private static String revision(Class<?> type) {
        Revision revision = type.getAnnotation(Revision.class);
        assertThat(revision).as("@Revision of " + type.getSimpleName()).isNotNull();
        return revision.value();
    }

    private ObjectNode sample(Class<?> type, String revision) throws IOException {
        String name = "/stored/%s-%s.json".formatted(type.getSimpleName(), revision);
        try (InputStream sample = StoredFactsTest.class.getResourceAsStream(name)) {
            assertThat(sample).as("the sample src/test/resources" + name).isNotNull();
            return (ObjectNode) json.readTree(sample);
        }
    }
}
