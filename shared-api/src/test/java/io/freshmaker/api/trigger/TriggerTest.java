package io.freshmaker.api.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.EventId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        {"kind":"module-built","module":"mod","stream":"1.0","build":105}                     | 105              | 0
        {"kind":"build-tagged","build":"a-1-1","tag":"f42-updates","branch":"f42"}            | f42-updates/a-1-1 | 19
        {"kind":"advisory-ready","advisory":28484,"state":"SHIPPED_LIVE"}                     | 28484            | 8
        {"kind":"manual-rebuild","advisory":7,"images":["a-1-1"],"request":{"id":"manual_rebuild_1","way":"API","requester":"actor-1","dependsOn":[3],"metadata":{"a":[1,null]}}} | 7 | 13
        {"kind":"branch-rebuild","branch":"main","images":["a-container"],"target":null,"request":{"id":"async_build_1","way":"BUS","requester":null,"dependsOn":[],"metadata":{}}} | async_build_1 | 14
        {"kind":"botas-advisory-shipped","advisory":28484}                                   | 28484            | 15
        {"kind":"flatpak-module-ready","advisory":28484}                                      | 28484            | 17
        """)
    void a_stored_trigger_stays_readable(String stored, String searchKey, int type) throws IOException {
        Trigger trigger = json.readValue(stored, Trigger.class);

        assertThat(json.writeValueAsString(trigger)).isEqualTo(stored);
        assertThat(trigger.searchKey()).isEqualTo(searchKey);
        assertThat(trigger.eventType().id()).isEqualTo(type);
    }

    @Test
    void each_kind_of_trigger_is_in_the_table_above() {
        assertThat(kinds(Trigger.class).distinct())
                .containsExactlyInAnyOrder(
                        RpmSpecChanged.class,
                        ModuleMetadataChanged.class,
                        DockerfileChanged.class,
                        UpdateStable.class,
                        ModuleBuilt.class,
                        BuildTagged.class,
                        AdvisoryReady.class,
                        ManualRebuild.class,
                        BranchRebuild.class,
                        BotasAdvisoryShipped.class,
                        FlatpakModuleReady.class);
    }

    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isInterface()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(TriggerTest::kinds)
                : Stream.of(type);
    }

    @Test
    void a_request_is_an_event_of_its_own_however_it_is_heard() {
        Request request = new Request("manual_rebuild_1", Way.API, null, List.of(), Map.of());
        Request heard = new Request("manual_rebuild_1", Way.BUS, null, List.of(), Map.of());
        Request other = new Request("manual_rebuild_2", Way.API, null, List.of(), Map.of());

        ManualRebuild rebuild = new ManualRebuild(7, List.of(), request);

        assertThat(rebuild.eventId())
                .isEqualTo(new ManualRebuild(7, List.of(), heard).eventId())
                .isNotEqualTo(new ManualRebuild(7, List.of(), other).eventId());
        assertThat(rebuild.messageId("id-1")).isEqualTo("manual_rebuild_1");
        assertThat(rebuild.isManual()).isTrue();
    }

    @Test
    void an_event_belongs_to_its_trigger_and_not_to_the_message_that_brought_it() {
        assertThat(new BuildTagged("a-1-1", "f42-updates", "f42").eventId())
                .isEqualTo(new BuildTagged("a-1-1", "f42-updates", "f42").eventId())
                .isNotEqualTo(new BuildTagged("a-1-1", "f43-updates", "f43").eventId());
    }

    @Test
    void an_advisory_has_one_event_before_it_is_shipped_and_another_one_when_it_is() {
        assertThat(new AdvisoryReady(7, "QE").eventId())
                .isEqualTo(new AdvisoryReady(7, "REL_PREP").eventId())
                .isNotEqualTo(new AdvisoryReady(7, AdvisoryReady.SHIPPED).eventId());
    }

    @Test
    void triggers_of_two_kinds_with_one_search_key_are_two_events() {
        assertThat(new RpmSpecChanged("a", "f42", "c0ffee").eventId())
                .isNotEqualTo(new DockerfileChanged("a", "f42", "c0ffee").eventId());
    }

    /** It is stored in every fact of the Event, so it must never be computed in another way. */
    @Test
    void the_id_of_an_event_stays_what_it_was() {
        assertThat(new UpdateStable("FEDORA-1", List.of(), "").eventId())
                .isEqualTo(EventId.ofMessage("BodhiUpdateCompleteStableEvent/FEDORA-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, MBSModuleStateChangeEvent",
        "3, TestingEvent",
        "8, ErrataRPMAdvisoryShippedEvent",
        "13, ManualRebuildWithAdvisoryEvent",
        "18, FlatpakApplicationManualBuildEvent",
        "19, KojiBuildTaggedEvent"
    })
    void event_types_have_the_originals_numbers_and_ours_come_after_them(int id, EventType type) {
        assertThat(type.id()).isEqualTo(id);
    }
}
