package io.freshmaker.command.adapter.koji;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRpcTest {

    @Test
    void a_call_is_read_as_it_was_written() throws XMLStreamException {
        Call call = Call.of(
                "m",
                "a <b> & \"c\"\r\n\t\u00e9\uD83D\uDE00 ]]>",
                "",
                1L,
                -5_000_000_000L,
                true,
                false,
                1795377695.475368,
                Nil.NIL,
                List.of(List.of(), Map.of("k<", Nil.NIL)),
                Map.of());

        assertThat(XmlRpcReader.call(XmlRpcWriter.write(call))).isEqualTo(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b[2J", "\uD800", "\uFFFE", "\uFFFF"})
    void a_character_that_xml_has_not_is_refused(String text) {
        assertThatThrownBy(() -> XmlRpcWriter.write(Call.of("m", text)))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Koji cannot be told the character U+");
    }

    @Test
    void values_are_read_in_every_way_that_they_are_written() throws XMLStreamException {
        assertThat(read("<value>no type</value>").text()).isEqualTo("no type");
        assertThat(read("<value/>").text()).isEmpty();
        assertThat(read("<value><string/></value>").text()).isEmpty();
        assertThat(read("<value>\n <i4> 7 </i4>\n</value>").number()).isEqualTo(7);
        assertThat(read("<value><i8>5000000000</i8></value>").number()).isEqualTo(5_000_000_000L);
        assertThat(read("<value><string><![CDATA[<a>]]> b &amp;&#233;</string></value>")
                        .text())
                .isEqualTo("<a> b &é");
        assertThat(read("<!-- why --><value><nil/></value>").isNil()).isTrue();
        assertThat(read("<value><double>1795377695.475</double></value>").momentIfAny())
                .contains(Instant.parse("2026-11-22T20:01:35.475Z"));
    }

    @Test
    void what_a_builder_printed_hides_nothing() throws XMLStreamException {
        assertThat(read("<value><string>\u001b[31mred\u0000</string></value>").text())
                .isEqualTo("?[31mred?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body>Proxy Error</body></html>",
                "<methodResponse/>",
                "<methodResponse><params><param/></params></methodResponse>",
                "<methodResponse><params><param><value><int>seven</int></value></param></params></methodResponse>",
                "<methodResponse><params><param><value><int></int></value></param></params></methodResponse>",
                "<methodResponse><params><param><value><thing>1</thing></value></param></params></methodResponse>",
                "<methodResponse><params><param><value><struct><member><value/></member></struct></value>",
                "<methodResponse><params><param><value><string>cut sho",
                "<!DOCTYPE a [<!ENTITY e \"x\">]><methodResponse><params><param><value><string>&e;</string></value>"
                        + "</param></params></methodResponse>",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><methodResponse><params><param><value>&e;"
                        + "</value></param></params></methodResponse>",
            })
    void what_is_no_answer_is_said_to_be_none(String body) {
        assertThatThrownBy(() -> XmlRpcReader.answer(body.getBytes(UTF_8))).isInstanceOf(XMLStreamException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 100_000})
    void nothing_is_read_that_is_nested_too_deep(int depth) {
        String nested = "<value><array><data>".repeat(depth) + "</data></array></value>".repeat(depth);

        assertThatThrownBy(() -> read(nested)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void a_large_answer_is_read() throws XMLStreamException {
        String one =
                "<value><struct><member><name>a&amp;b</name><value><string>&lt;x&gt;</string></value></member></struct></value>";

        assertThat(read("<value><array><data>" + one.repeat(200_000) + "</data></array></value>")
                        .list())
                .hasSize(200_000)
                .last()
                .extracting(value -> value.field("a&b").text())
                .isEqualTo("<x>");
    }

    @Test
    void a_value_of_another_kind_is_no_answer() {
        Value text = new Value("x".repeat(1000));

        assertThatThrownBy(text::number)
                .isInstanceOf(Unavailable.class)
                .hasMessage("Koji answered something strange (some call): expected a number, found " + "x".repeat(60)
                        + "…");
        assertThatThrownBy(text::list).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> text.field("a")).isInstanceOf(Unavailable.class);
        assertThatThrownBy(Value.NOTHING::text).isInstanceOf(Unavailable.class);
        assertThat(Value.NOTHING.path("a", "b").list()).isEmpty();
    }

    private static Value read(String value) throws XMLStreamException {
        String body = "<?xml version='1.0'?><methodResponse>\n<params>\n<param>\n" + value
                + "\n</param></params></methodResponse>";
        return XmlRpcReader.answer(body.getBytes(UTF_8)).value("m");
    }
}
