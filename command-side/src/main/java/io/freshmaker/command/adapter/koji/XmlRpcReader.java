package io.freshmaker.command.adapter.koji;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads calls and answers of XML-RPC: without document types, without entities of the document's own, not deeper than we go. */
final class XmlRpcReader {

    private static final int DEEPEST = 40;

    /** The JDK counts each {@code &amp;} against them; a document has no other entities here, and its size is limited by HTTP. */
    private static final List<String> NO_LIMITS = List.of(
            "jdk.xml.maxGeneralEntitySizeLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.entityExpansionLimit");

    private final XMLStreamReader xml;
    private int depth;

    private XmlRpcReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** @throws XMLStreamException when that is no answer */
    static Reply answer(byte[] body) throws XMLStreamException {
        XmlRpcReader reader = open(body);
        reader.enter("methodResponse");
        String kind = reader.nextStart();
        if (kind.equals("fault")) return new Reply.Denied(fault(reader.wrapped()));
        reader.check("params", kind);
        reader.enter("param");
        return new Reply.Said(reader.wrapped());
    }

    /** @throws XMLStreamException when that is no call */
    static Call call(byte[] body) throws XMLStreamException {
        XmlRpcReader reader = open(body);
        reader.enter("methodCall");
        reader.enter("methodName");
        String method = reader.xml.getElementText();
        List<Object> params = new ArrayList<>();
        reader.enter("params");
        while (reader.hasMore("param")) {
            params.add(reader.wrapped().raw());
            reader.leave();
        }
        return new Call(method, params);
    }

    /** The fault in a map of Koji's. */
    static Fault fault(Value value) {
        return new Fault(
                (int) value.field("faultCode").number(),
                value.field("faultString").text());
    }

    private static XmlRpcReader open(byte[] body) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        NO_LIMITS.forEach(limit -> factory.setProperty(limit, "0"));
        return new XmlRpcReader(factory.createXMLStreamReader(new ByteArrayInputStream(printable(body)), "UTF-8"));
    }

    /** Koji passes on what builds print, and XML has no control characters: one of them must not hide the rest of an answer. */
    private static byte[] printable(byte[] body) {
        byte[] clean = body.clone();
        for (int i = 0; i < clean.length; i++) {
            if (clean[i] >= 0 && clean[i] < ' ' && clean[i] != '\n' && clean[i] != '\t' && clean[i] != '\r')
                clean[i] = '?';
        }
        return clean;
    }

    /** The value inside the element that is open. */
    private Value wrapped() throws XMLStreamException {
        enter("value");
        return new Value(value());
    }

    /** Called inside {@code value}, leaves it closed. */
    private Object value() throws XMLStreamException {
        if (++depth > DEEPEST) throw strange("something nested deeper than " + DEEPEST);
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    Object typed = typed(xml.getLocalName());
                    leave();
                    depth--;
                    return typed;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    return text.toString(); // without a type it is a text
                }
                default -> text.append(xml.getText());
            }
        }
    }

    /** Called with the element of a type open, leaves it closed. */
    private Object typed(String type) throws XMLStreamException {
        return switch (type) {
            case "string", "dateTime.iso8601", "base64" -> xml.getElementText();
            case "int", "i4", "i8", "i1", "i2", "biginteger" -> number();
            case "boolean" -> xml.getElementText().strip().equals("1");
            case "double", "float" -> decimal();
            case "nil" -> nil();
            case "array" -> array();
            case "struct" -> struct();
            default -> throw strange("a value of the type " + type);
        };
    }

    private Object nil() throws XMLStreamException {
        leave();
        return Nil.NIL;
    }

    private List<Object> array() throws XMLStreamException {
        List<Object> list = new ArrayList<>();
        enter("data");
        while (hasMore("value")) list.add(value());
        leave();
        return list;
    }

    private Map<String, Object> struct() throws XMLStreamException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (hasMore("member")) {
            enter("name");
            String name = xml.getElementText();
            map.put(name, wrapped().raw());
            leave();
        }
        return map;
    }

    private Object number() throws XMLStreamException {
        String text = xml.getElementText().strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw strange("the number " + text);
        }
    }

    private Object decimal() throws XMLStreamException {
        String text = xml.getElementText().strip();
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw strange("the number " + text);
        }
    }

    /** True with the next element of that name open; false with the parent closed. */
    private boolean hasMore(String name) throws XMLStreamException {
        if (tag() == XMLStreamConstants.END_ELEMENT) return false;
        check(name, xml.getLocalName());
        return true;
    }

    private void enter(String name) throws XMLStreamException {
        check(name, nextStart());
    }

    private String nextStart() throws XMLStreamException {
        if (tag() != XMLStreamConstants.START_ELEMENT) throw strange("the end of " + xml.getLocalName());
        return xml.getLocalName();
    }

    private void leave() throws XMLStreamException {
        if (tag() != XMLStreamConstants.END_ELEMENT) throw strange(xml.getLocalName());
    }

    /** The next tag, whatever blanks are before it. */
    private int tag() throws XMLStreamException {
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) return event;
            if (!xml.getText().isBlank()) throw strange("a text between elements");
        }
    }

    private int next() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            switch (event) {
                case XMLStreamConstants.START_ELEMENT,
                        XMLStreamConstants.END_ELEMENT,
                        XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE -> {
                    return event;
                }
                case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> {}
                default -> throw strange("a document type, an entity or the end");
            }
        }
        throw strange("the end");
    }

    private void check(String expected, String found) throws XMLStreamException {
        if (!expected.equals(found)) throw strange("%s where %s belongs".formatted(found, expected));
    }

    private XMLStreamException strange(String what) {
        return new XMLStreamException("Not XML-RPC: " + what, xml.getLocation());
    }
}
