package io.freshmaker.api.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerTest {

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {"kind":"rpm-spec-changed","rpm":"bash","branch":"f25","commit":"2a2e"}               | bash/f25?#2a2e   | 2
        {"kind":"module-metadata-changed","module":"mod","branch":"master","commit":"2a2e"}   | mod/master?#2a2e | 1
        {"kind":"dockerfile-changed","container":"app","branch":"f25","commit":"2a2e"}        | app/f25?#2a2e    | 4
        {"kind":"update-stable","update":"FEDORA-1","builds":["a-1-1"],"releaseBranch":"f25"} | FEDORA-1         | 5
        {"kind":"module-built","module":"mod","stream":"master","build":7}                    | 7                | 0
        """)
    void a_stored_trigger_stays_readable(String stored, String searchKey, int type) throws IOException {
        Trigger trigger = json.readValue(stored, Trigger.class);

        assertThat(json.writeValueAsString(trigger)).isEqualTo(stored);
        assertThat(trigger.searchKey()).isEqualTo(searchKey);
        assertThat(trigger.eventType().id()).isEqualTo(type);
    }

    @Test
    void each_kind_of_trigger_is_in_the_table_above() {
        assertThat(Trigger.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        RpmSpecChanged.class,
                        ModuleMetadataChanged.class,
                        DockerfileChanged.class,
                        UpdateStable.class,
                        ModuleBuilt.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0, MBSModuleStateChangeEvent",
        "3, TestingEvent",
        "8, ErrataRPMAdvisoryShippedEvent",
        "13, ManualRebuildWithAdvisoryEvent",
        "18, FlatpakApplicationManualBuildEvent"
    })
    void event_types_have_the_originals_numbers(int id, EventType type) {
        assertThat(type.id()).isEqualTo(id);
    }
}
