package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a call as XML-RPC, with the {@code nil} and {@code i8} that Koji knows too. */
final class XmlRpcWriter {

    private final StringBuilder out = new StringBuilder("<?xml version='1.0'?>\n<methodCall>\n<methodName>");

    private XmlRpcWriter() {}

    /** @throws Refused when a text has a character that XML cannot have */
    static byte[] write(Call call) {
        XmlRpcWriter writer = new XmlRpcWriter();
        writer.text(call.method());
        writer.out.append("</methodName>\n<params>\n");
        for (Object param : call.params()) {
            writer.out.append("<param>\n");
            writer.value(param);
            writer.out.append("</param>\n");
        }
        writer.out.append("</params>\n</methodCall>\n");
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Object value) {
        out.append("<value>");
        switch (value) {
            case Nil _ -> out.append("<nil/>");
            case String text -> {
                out.append("<string>");
                text(text);
                out.append("</string>");
            }
            case Boolean flag -> element("boolean", flag ? "1" : "0");
            case Double number -> element("double", Double.toString(number));
            case Integer number -> element("int", number.toString());
            case Long number -> element(number == number.intValue() ? "int" : "i8", number.toString());
            case List<?> list -> array(list);
            case Map<?, ?> map -> struct(map);
            default -> throw new IllegalArgumentException("XML-RPC has no " + value.getClass());
        }
        out.append("</value>\n");
    }

    private void array(List<?> list) {
        out.append("<array><data>\n");
        list.forEach(this::value);
        out.append("</data></array>");
    }

    private void struct(Map<?, ?> map) {
        out.append("<struct>\n");
        map.forEach((name, member) -> {
            out.append("<member>\n<name>");
            text(name.toString());
            out.append("</name>\n");
            value(member);
            out.append("</member>\n");
        });
        out.append("</struct>");
    }

    private void element(String name, String text) {
        out.append('<')
                .append(name)
                .append('>')
                .append(text)
                .append("</")
                .append(name)
                .append('>');
    }

    private void text(String text) {
        text.codePoints().forEach(this::character);
    }

    private void character(int character) {
        switch (character) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '\r' -> out.append("&#13;"); // a bare one would be read as a new line
            default -> out.appendCodePoint(allowed(character));
        }
    }

    private static int allowed(int character) {
        boolean control = character < ' ' && character != '\n' && character != '\t';
        boolean surrogate = character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
        if (control || surrogate || (character & 0xFFFE) == 0xFFFE) {
            throw new Refused("Koji cannot be told the character U+%04X".formatted(character));
        }
        return character;
    }
}
