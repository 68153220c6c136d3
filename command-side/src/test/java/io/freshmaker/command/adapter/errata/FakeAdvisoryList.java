package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.port.Advisory;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The method {@code get_advisory_list} of a fake Errata Tool. */
final class FakeAdvisoryList {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HH:mm:ss");
    private static final Pattern STATUS = Pattern.compile("<string>([A-Z_]+)</string>");

    private final Map<Long, Row> rows = new TreeMap<>();

    private record Row(Advisory advisory, Instant changed) {

        String xml() {
            return "<value><struct>"
                    + "<member><name>advisory_name</name><value><string>%s-01</string></value></member>"
                            .formatted(advisory.name())
                    + "<member><name>errata_id</name><value><int>%d</int></value></member>".formatted(advisory.id())
                    + "<member><name>errata_type</name><value>%s</value></member>"
                            .formatted(advisory.name().substring(0, 4))
                    + "<member><name>priority</name><value><nil/></value></member>"
                    + "</struct></value>";
        }
    }

    void put(Advisory advisory, Instant changed) {
        rows.put(advisory.id(), new Row(advisory, changed));
    }

    String answer(String call) {
        Instant after = LocalDateTime.parse(member(call, "updated_at", "dateTime.iso8601"), TIME)
                .toInstant(ZoneOffset.UTC);
        int perPage = Integer.parseInt(member(call, "per_page", "int"));
        int page = Integer.parseInt(member(call, "page", "int"));
        List<String> states =
                STATUS.matcher(call).results().map(found -> found.group(1)).toList();
        String found = rows.values().stream()
                .filter(row -> row.changed().isAfter(after))
                .filter(row -> states.contains(row.advisory().state()))
                .skip((page - 1L) * perPage)
                .limit(perPage)
                .map(Row::xml)
                .collect(Collectors.joining());
        return "<?xml version=\"1.0\"?><methodResponse><params><param><value><array><data>%s</data></array></value>"
                        .formatted(found)
                + "</param></params></methodResponse>";
    }

    private static String member(String call, String name, String type) {
        Matcher found = Pattern.compile("<name>%s</name><value><%s>([^<]+)<".formatted(name, type.replace(".", "\\.")))
                .matcher(call);
        if (!found.find()) throw new IllegalArgumentException("No " + name + " in " + call);
        return found.group(1);
    }
}
