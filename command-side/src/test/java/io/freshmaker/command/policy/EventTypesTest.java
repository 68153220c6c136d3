package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.command.event.Events;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FlatpakIndex;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Spec §3.3, FreshmakerManualRebuildParser. */
class EventTypesTest {

    private static final ManualRebuild REQUEST =
            new ManualRebuild(7, List.of(), new Request("manual_rebuild_1", Way.API, null, List.of(), Map.of()));

    private final Stored stored = new Stored();
    private final StaticListableBeanFactory systems = new StaticListableBeanFactory();
    private final EventTypes types = new EventTypes(
            stored.facts(), systems.getBeanProvider(Advisories.class), systems.getBeanProvider(FlatpakIndex.class));

    /** Flatpaks are rebuilt for what is signed and goes to hidden repositories only. */
    @ParameterizedTest
    @CsvSource(textBlock = """
        SHIPPED_LIVE, docker, botas/tea,  tea-rpms,        true,  ManualBundleRebuildEvent
        SHIPPED_LIVE, docker, ada,        tea-rpms,        true,  ManualRebuildWithAdvisoryEvent
        REL_PREP,     docker, botas/tea,  tea-rpms,        true,  ManualRebuildWithAdvisoryEvent
        SHIPPED_LIVE, rpm,    ada,        tea-rpms,        true,  ManualRebuildWithAdvisoryEvent
        QE,           module, ada,        tea-hidden-rpms, true,  FlatpakApplicationManualBuildEvent
        QE,           module, ada,        tea-hidden-rpms, false, ManualRebuildWithAdvisoryEvent
        QE,           module, ada,        tea-rpms,        true,  ManualRebuildWithAdvisoryEvent
        QE,           rpm,    ada,        tea-hidden-rpms, true,  ManualRebuildWithAdvisoryEvent
        """)
    void what_a_request_is_about_its_advisory_says(
            String state, String content, String reporter, String repository, boolean signed, EventType type) {
        given(state, content, reporter, repository, signed);
        systems.addBean("flatpaks", (FlatpakIndex) (_, _) -> new TreeSet<>());

        assertThat(types.lookedUp(REQUEST)).isEqualTo(type);
    }

    @Test
    void where_no_index_of_flatpaks_is_named_modules_are_rpms() {
        given("QE", "module", "ada", "tea-hidden-rpms", true);

        assertThat(types.lookedUp(REQUEST)).isEqualTo(EventType.ManualRebuildWithAdvisoryEvent);
    }

    @Test
    void a_request_stays_what_it_was_where_nobody_knows_its_advisory() {
        assertThat(types.lookedUp(REQUEST)).isEqualTo(EventType.ManualRebuildWithAdvisoryEvent);

        systems.addBean("errata", new FakeAdvisories());
        assertThat(types.lookedUp(REQUEST)).isEqualTo(EventType.ManualRebuildWithAdvisoryEvent);
    }

    @Test
    void only_a_request_has_to_be_classified_and_is_so_once() {
        EventRegistered request = new EventRegistered(REQUEST.eventId(), 9, "manual_rebuild_1", REQUEST);
        EventRegistered other = (EventRegistered) Events.registered();
        stored.with(request.eventId().value(), request);

        assertThat(types.known(other)).contains(Events.TRIGGER.eventType());
        assertThat(types.known(request)).isEmpty();
        stored.with(
                request.eventId().value(), new EventClassified(request.eventId(), EventType.ManualBundleRebuildEvent));
        assertThat(types.known(request)).contains(EventType.ManualBundleRebuildEvent);
    }

    private void given(String state, String content, String reporter, String repository, boolean signed) {
        Advisory told = new Advisory(
                7,
                "RHSA-2026:7",
                state,
                List.of(content),
                "moderate",
                "TEAHOUSE",
                "TEAHOUSE-9.4",
                "Zstream",
                List.of(),
                false,
                false,
                false,
                reporter);
        systems.addBean(
                "errata",
                new FakeAdvisories()
                        .with(
                                told,
                                new AdvisoryContent(
                                        List.of(), List.of(), List.of(), List.of(), List.of(repository), signed)));
    }
}
