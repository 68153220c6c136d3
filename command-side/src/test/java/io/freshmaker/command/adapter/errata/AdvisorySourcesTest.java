package io.freshmaker.command.adapter.errata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.BotasAdvisoryShipped;
import io.freshmaker.api.trigger.FlatpakModuleReady;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FakeOperatorBundles;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Which advisories are caught up with. */
class AdvisorySourcesTest {

    private static final Instant FROM = Instant.parse("2026-11-26T09:30:00.5Z");
    private static final Instant LATER = FROM.plus(Duration.ofMinutes(20));
    private static final Instant EARLIER = FROM.minus(Duration.ofDays(20));
    private static final AdvisoryContent UNSIGNED =
            new AdvisoryContent(Erratas.TEAPOT.builds(), List.of(), List.of(), List.of(), List.of(), false);

    private final FakeErrata fake = new FakeErrata();
    private final ErrataApi api = Erratas.api(fake.url(), Systems.PATIENT);
    private final ShippedAdvisories shipped = new ShippedAdvisories(new ChangedAdvisories(api));
    private final SignedAdvisories signed =
            new SignedAdvisories(new ChangedAdvisories(api), Erratas.contents(api, ""), List.of("QE", "REL_PREP"));

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void advisories_with_rpms_that_were_shipped_since_then_are_triggers() {
        shipped(7, LATER, "rpm");
        shipped(8, LATER, "docker");
        shipped(9, EARLIER, "rpm"); // its text was changed
        shipped(10, LATER, "module", "docker");
        fake.advisory(FakeAdvisories.advisory(11, "SHIPPED_LIVE", "rpm"), Erratas.TEAPOT)
                .shipped(11, LATER);
        changed(FakeAdvisories.advisory(12, "QE", "rpm"), Erratas.TEAPOT);

        assertThat(shipped.since(FROM))
                .containsExactly(new AdvisoryReady(7, "SHIPPED_LIVE"), new AdvisoryReady(10, "SHIPPED_LIVE"));
        assertThat(shipped.name()).isEqualTo("errata");
    }

    @Test
    void advisories_of_images_that_the_bot_of_operators_shipped_since_then_are_triggers_where_bundles_are_rebuilt() {
        botas(7, LATER, "botas/brewery@example.com", "docker");
        botas(8, LATER, "ada@example.com", "docker");
        botas(9, EARLIER, "botas/brewery@example.com", "docker");
        botas(10, LATER, "botas/brewery@example.com", "rpm");
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        BotasAdvisories botas = new BotasAdvisories(
                new ChangedAdvisories(api), Erratas.advisories(fake), beans.getBeanProvider(OperatorBundles.class));

        assertThat(botas.since(FROM)).isEmpty();

        beans.addBean("bundles", new FakeOperatorBundles());
        assertThat(botas.since(FROM)).containsExactly(new BotasAdvisoryShipped(7));
        assertThat(botas.name()).isEqualTo("errata-botas");
    }

    private void botas(long id, Instant at, String reporter, String type) {
        shipped(id, at, type);
        ((ObjectNode) fake.at("advisory/%d.json".formatted(id)).path("people")).put("reporter", reporter);
    }

    @Test
    void one_that_does_not_say_when_it_was_shipped_is_taken() {
        changed(FakeAdvisories.advisory(7, "SHIPPED_LIVE", "rpm"), Erratas.TEAPOT);

        assertThat(shipped.since(FROM)).hasSize(1);
    }

    @Test
    void all_pages_are_read() {
        LongStream.rangeClosed(1, 205).forEach(id -> shipped(id, LATER, "rpm"));

        assertThat(shipped.since(FROM)).hasSize(205);
        assertThat(fake.asked()).filteredOn("errata/xmlrpc.cgi"::equals).hasSize(3);
    }

    @Test
    void only_what_was_changed_in_that_state_is_asked_for() {
        shipped.since(FROM);

        assertThat(fake.server().requests().getFirst().text())
                .contains("<methodName>get_advisory_list</methodName>")
                .contains("<string>SHIPPED_LIVE</string>")
                .contains("<dateTime.iso8601>20261126T09:30:00</dateTime.iso8601>");
    }

    @Test
    void one_that_cannot_be_understood_does_not_keep_us_from_the_others() {
        shipped(7, LATER, "rpm");
        shipped(8, LATER, "rpm");
        shipped(9, LATER, "rpm");
        fake.says("api/v1/erratum/7", "{\"errata\": {}}");
        fake.at("api/v1/erratum/9").withObject("/errata/rhsa").put("actual_ship_date", "yesterday");

        assertThat(shipped.since(FROM)).containsExactly(new AdvisoryReady(8, "SHIPPED_LIVE"));
    }

    @Test
    void one_that_is_gone_meanwhile_is_none() {
        fake.changed(FakeAdvisories.advisory(7, "SHIPPED_LIVE", "rpm"), LATER);

        assertThat(shipped.since(FROM)).isEmpty();
    }

    @Test
    void those_that_are_ready_for_flatpaks_are_a_source_of_their_own() {
        AdvisoryContent hidden = new AdvisoryContent(
                Erratas.TEAPOT.builds(),
                Erratas.TEAPOT.sources(),
                Erratas.TEAPOT.rpms(),
                Erratas.TEAPOT.fixes(),
                List.of("teahouse-hidden-rpms"),
                true);
        changed(FakeAdvisories.advisory(7, "QE", "module"), hidden);
        changed(FakeAdvisories.advisory(8, "QE", "module"), Erratas.TEAPOT);
        changed(FakeAdvisories.advisory(9, "QE", "rpm"), hidden);
        changed(FakeAdvisories.advisory(10, "REL_PREP", "module"), hidden);
        FlatpakAdvisories flatpaks = new FlatpakAdvisories(new ChangedAdvisories(api), Erratas.advisories(fake));

        assertThat(flatpaks.since(FROM)).containsExactly(new FlatpakModuleReady(7));
        assertThat(flatpaks.name()).isEqualTo("errata-flatpak");
    }

    @Test
    void signed_ones_in_the_states_before_shipping_that_are_triggers_are_a_source_of_their_own() {
        changed(FakeAdvisories.advisory(7, "QE", "rpm"), Erratas.TEAPOT);
        changed(FakeAdvisories.advisory(8, "QE", "rpm"), UNSIGNED);
        changed(FakeAdvisories.advisory(9, "REL_PREP", "rpm"), Erratas.TEAPOT);
        changed(FakeAdvisories.advisory(10, "NEW_FILES", "rpm"), Erratas.TEAPOT);
        shipped(11, LATER, "rpm");

        assertThat(signed.since(FROM)).containsExactly(new AdvisoryReady(7, "QE"), new AdvisoryReady(9, "REL_PREP"));
        assertThat(signed.name()).isEqualTo("errata-before-shipping");
    }

    @Test
    void where_no_earlier_state_is_a_trigger_nobody_is_asked() {
        assertThat(new SignedAdvisories(new ChangedAdvisories(api), Erratas.contents(api, ""), List.of()).since(FROM))
                .isEmpty();
        assertThat(fake.asked()).isEmpty();
    }

    @Test
    void a_fault_of_the_list_is_told_in_its_words() {
        String fault =
                "<value><struct><member><name>faultCode</name><value><int>1</int></value></member><member><name>faultString</name><value><string>status"
                    + " is not valid</string></value></member></struct></value>";
        fake.server()
                .otherwise(StubServer.status(
                        200, "text/xml", "<methodResponse><fault>%s</fault></methodResponse>".formatted(fault)));

        assertThatThrownBy(() -> shipped.since(FROM))
                .isInstanceOf(Unavailable.class)
                .hasMessage("errata answered a fault (get_advisory_list): status is not valid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<methodCall/>",
                "<methodResponse/>",
                "<methodResponse><params/></methodResponse>",
                "<methodResponse><params><param><value><int>x</int></value></param></params></methodResponse>",
                "<methodResponse><params><param><value>text</value></param></params></methodResponse>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><methodResponse>&e;</methodResponse>",
            })
    void what_is_no_list_is_no_answer(String xml) {
        fake.server().otherwise(StubServer.status(200, "text/xml", xml));

        assertThatThrownBy(() -> shipped.since(FROM))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("errata answered something strange (get_advisory_list): ");
    }

    private void shipped(long id, Instant at, String... contentTypes) {
        changed(FakeAdvisories.advisory(id, "SHIPPED_LIVE", contentTypes), Erratas.TEAPOT);
        fake.shipped(id, at);
    }

    private void changed(Advisory advisory, AdvisoryContent content) {
        fake.advisory(advisory, content).changed(advisory, LATER);
    }
}
