package io.freshmaker.command.adapter.errata;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;

/** A call of the one method of the Errata Tool's XML-RPC that we need, {@code get_advisory_list}. */
record XmlRpcCall(String method, String members) {

    /** As the Errata Tool reads them: in UTC, without saying so. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    /**
     * One page of the advisories that are in one of these states and were changed after that moment.
     *
     * @param states names, which need no escaping
     * @param page from 1
     */
    static XmlRpcCall advisories(Collection<String> states, Instant changedAfter, int perPage, int page) {
        String names = states.stream()
                .map(state -> "<value><string>%s</string></value>".formatted(state))
                .collect(Collectors.joining());
        return new XmlRpcCall(
                "get_advisory_list",
                member("statuses", "<array><data>%s</data></array>".formatted(names))
                        + member(
                                "updated_at",
                                "<dateTime.iso8601>%s</dateTime.iso8601>".formatted(TIME.format(changedAfter)))
                        + member("per_page", "<int>%d</int>".formatted(perPage))
                        + member("page", "<int>%d</int>".formatted(page)));
    }

    byte[] written() {
        return """
            <?xml version="1.0"?>
            <methodCall><methodName>%s</methodName><params><param><value><struct>%s</struct></value></param></params>\
            </methodCall>
            """.formatted(method, members).getBytes(UTF_8);
    }

    private static String member(String name, String value) {
        return "<member><name>%s</name><value>%s</value></member>".formatted(name, value);
    }
}
