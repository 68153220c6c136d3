package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.StubServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a hub writes. */
final class Answers {

    private Answers() {}

    static Reply value(Object value) {
        return xml(valueDocument(value));
    }

    static Reply fault(int code, String text) {
        return xml(faultDocument(code, text));
    }

    static String valueDocument(Object value) {
        return document(value, "<params>\n<param>\n", "</param>\n</params>\n");
    }

    static String faultDocument(int code, String text) {
        return document(faultMap(code, text), "<fault>\n", "</fault>\n");
    }

    static Map<String, Object> faultMap(int code, String text) {
        return Map.of("faultCode", code, "faultString", text);
    }

    static Reply xml(String document) {
        return StubServer.status(200, "text/xml", document);
    }

    private static String document(Object value, String before, String after) {
        String call = new String(XmlRpcWriter.write(Call.of("x", value)), StandardCharsets.UTF_8);
        String params = "<params>\n<param>\n";
        String inner = call.substring(call.indexOf(params) + params.length(), call.lastIndexOf("</param>"));
        return "<?xml version='1.0'?>\n<methodResponse>\n" + before + inner + after + "</methodResponse>\n";
    }
}
