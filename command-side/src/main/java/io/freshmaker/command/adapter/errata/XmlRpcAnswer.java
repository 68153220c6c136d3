package io.freshmaker.command.adapter.errata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.port.Unavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads answers of XML-RPC as JSON: whole numbers, texts, lists and maps. What is none, or tells of a fault, is {@link Unavailable}. */
final class XmlRpcAnswer {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 10;

    /** Throws what it is told of, and prints nothing. */
    private static final ErrorHandler STRICT = new DefaultHandler();

    private final XmlRpcCall call;

    private XmlRpcAnswer(XmlRpcCall call) {
        this.call = call;
    }

    static JsonNode read(XmlRpcCall call, Answer answer) {
        return new XmlRpcAnswer(call).result(root(call, answer));
    }

    private static Element root(XmlRpcCall call, Answer answer) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(STRICT);
            return builder.parse(new ByteArrayInputStream(answer.body())).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw ErrataApi.strange(call.method(), "what is no XML");
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java cannot read XML without document types", e);
        }
    }

    private JsonNode result(Element response) {
        if (!response.getTagName().equals("methodResponse")) throw strange();
        Element kind = only(response);
        if (kind.getTagName().equals("fault")) throw fault(value(only(kind), 0));
        Element param = only(kind);
        return value(only(param), 0);
    }

    private Unavailable fault(JsonNode fault) {
        String said = fault.path("faultString").asText("no message");
        return new Unavailable("errata answered a fault (%s): %s".formatted(call.method(), said));
    }

    /** @param value the element of that name */
    private JsonNode value(Element value, int depth) {
        if (!value.getTagName().equals("value") || depth > DEEPEST) throw strange();
        List<Element> typed = children(value);
        if (typed.isEmpty()) return JSON.textNode(value.getTextContent()); // without a type it is a text
        Element content = only(value);
        return switch (content.getTagName()) {
            case "array" -> array(only(content), depth);
            case "struct" -> struct(content, depth);
            case "int", "i4", "i8" -> number(content);
            case "nil" -> JSON.nullNode();
            default -> JSON.textNode(content.getTextContent());
        };
    }

    private JsonNode array(Element data, int depth) {
        ArrayNode list = JSON.arrayNode();
        children(data).forEach(value -> list.add(value(value, depth + 1)));
        return list;
    }

    private JsonNode struct(Element struct, int depth) {
        ObjectNode map = JSON.objectNode();
        for (Element member : children(struct)) {
            List<Element> parts = children(member);
            if (parts.size() != 2) throw strange();
            map.set(parts.getFirst().getTextContent(), value(parts.getLast(), depth + 1));
        }
        return map;
    }

    private JsonNode number(Element number) {
        try {
            return JSON.numberNode(Long.parseLong(number.getTextContent().strip()));
        } catch (NumberFormatException e) {
            throw strange();
        }
    }

    private Element only(Element parent) {
        List<Element> children = children(parent);
        if (children.size() != 1) throw strange();
        return children.getFirst();
    }

    private static List<Element> children(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .<Node>mapToObj(i -> parent.getChildNodes().item(i))
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    private Unavailable strange() {
        return ErrataApi.strange(call.method(), "XML that is no answer");
    }
}
