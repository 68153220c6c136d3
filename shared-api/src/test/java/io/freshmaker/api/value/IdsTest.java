package io.freshmaker.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.leftover.LeftoverId;
import org.junit.jupiter.api.Test;

class IdsTest {

    /** With another rule, every message that is delivered again would be registered again. */
    @Test
    void the_same_message_has_the_same_event_for_ever() {
        assertThat(EventId.ofMessage("2026-11-22-0001"))
                .hasToString("event-6339a5aa-5817-332c-bb1b-039ad3364b7a")
                .isNotEqualTo(EventId.ofMessage("2026-11-22-0002"));
    }

    @Test
    void the_same_artifact_of_the_same_event_is_the_same_build_for_ever() {
        EventId event = new EventId("event-1");

        assertThat(BuildId.of(event, new ArtifactKey("image:app-1-1")))
                .hasToString("build-2cdd9dff-b1df-33cf-80ee-4d5ffdf2e9be")
                .isNotEqualTo(BuildId.of(event, new ArtifactKey("image:app-1-2")));
    }

    @Test
    void each_kind_of_id_is_told_by_its_beginning() {
        assertThatThrownBy(() -> new EventId("build-1")).hasMessage("Not an event id: build-1");
        assertThatThrownBy(() -> new BuildId("event-1")).hasMessage("Not a build id: event-1");
        assertThatThrownBy(() -> new Actor("jane")).hasMessage("Not an actor id: jane");
        assertThatThrownBy(() -> new LeftoverId("parked-")).hasMessage("Not an id of a leftover: parked-");
        assertThatThrownBy(() -> new ArtifactKey(" ")).hasMessage("An artifact key is empty");
    }

    @Test
    void artifact_keys_sort_by_their_text() {
        assertThat(new ArtifactKey("a")).isLessThan(new ArtifactKey("b"));
    }

    @Test
    void what_is_left_over_says_what_it_is_and_by_which_key() {
        LeftoverId letter = LeftoverId.Kind.DEAD_LETTER.of("0b0f-5a3e");

        assertThat(letter).hasToString("letter-0b0f-5a3e").isEqualTo(new LeftoverId("letter-0b0f-5a3e"));
        assertThat(letter.kind()).isEqualTo(LeftoverId.Kind.DEAD_LETTER);
        assertThat(letter.key()).isEqualTo("0b0f-5a3e");
        assertThat(letter.name()).isEqualTo("Dead letter 0b0f-5a3e");
    }
}
