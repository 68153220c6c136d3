package io.freshmaker.command.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.Test;

/** Sagas are stored as JSON; one that forgets a field, or adds one, is found here. */
class StoredSagasTest {

    private final JacksonSerializer serializer = JacksonSerializer.builder()
            .objectMapper(new ObjectMapper()
                    .findAndRegisterModules()
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES))
            .build();

    @Test
    void a_readiness_saga_is_read_as_it_was_written() {
        assertKept(ReadinessSaga.class, """
            {"build":"build-3","waiting":{"blockers":["parent:build-1","parent:build-2"],\
            "gone":{"parent:build-2":"tools-container-3-1.6"}}}\
            """);
    }

    @Test
    void a_rebuild_saga_is_read_as_it_was_written() {
        assertKept(RebuildSaga.class, "{\"builds\":3,\"tally\":{\"done\":1,\"failed\":1,\"canceled\":0}}");
    }

    @Test
    void a_new_rebuild_saga_is_written_without_what_is_injected() {
        assertThat(serializer.serialize(new RebuildSaga(), String.class).getData())
                .isEqualTo("{\"builds\":0,\"tally\":{\"done\":0,\"failed\":0,\"canceled\":0}}");
    }

    private void assertKept(Class<?> saga, String stored) {
        Object read = serializer.deserialize(new SimpleSerializedObject<>(stored, String.class, saga.getName(), null));

        assertThat(read).isInstanceOf(saga);
        assertThat(serializer.serialize(read, String.class).getData()).isEqualTo(stored);
    }
}
