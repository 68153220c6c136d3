package io.freshmaker.platform.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CloudEventsTest {

    private static final Instant AT = Instant.parse("2026-11-22T10:00:00.123Z");

    private final ObjectMapper json = new ObjectMapper();
    private final CloudEvents events = new CloudEvents(json);

    @Test
    void a_fact_becomes_a_cloud_event() throws Exception {
        Fact fact = new Fact(42, "id-1", "ArtifactBuild", "build-1", "ArtifactBuildSucceeded", AT, "{\"a\":1}");

        assertThat(events.of(fact)).isEqualTo(json.readTree("""
            {"specversion": "1.0", "id": "id-1", "source": "/freshmaker", "type": "artifactbuild.ArtifactBuildSucceeded",
             "subject": "build-1", "time": "2026-11-22T10:00:00.123Z", "sequence": "00000000000000000042",
             "datacontenttype": "application/json", "data": {"a": 1}}
            """));
    }

    @Test
    void sequences_sort_as_text() {
        assertThat(CloudEvents.sequence(9)).isLessThan(CloudEvents.sequence(10)).hasSize(20);
    }

    @Test
    void a_fact_that_is_not_json_is_named() {
        Fact fact = new Fact(1, "id-1", "Event", "event-1", "EventFailed", AT, "no json");

        assertThatThrownBy(() -> events.of(fact)).hasMessage("Fact id-1 is not JSON");
    }
}
