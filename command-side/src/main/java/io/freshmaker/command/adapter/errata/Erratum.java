package io.freshmaker.command.adapter.errata;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.command.adapter.errata.Told.Kind;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An advisory as {@code api/v1/erratum} tells of it.
 *
 * @param told what is under {@code errata} and there under its type, e.g. {@code rhsa}
 * @param cve the names of its CVEs, in one text
 */
record Erratum(long id, Told told, Told cve) {

    private static final Set<String> RPMS = Set.of("rpm", "module");
    private static final Pattern REVISION = Pattern.compile("(?<=:\\d{1,12})-\\d+$");
    private static final Pattern CVE = Pattern.compile("CVE-\\d{4}-\\d{1,12}");

    static String path(long id) {
        return "api/v1/erratum/" + id;
    }

    /** @throws ErrataApi.Strange when it is another one, or none */
    static Erratum told(long id, JsonNode answer) {
        Told whole = new Told(path(id), answer);
        List<Told> types = List.copyOf(whole.get("errata").fields().values());
        if (types.size() != 1) throw ErrataApi.strange(path(id), "an advisory of several types, or of none");
        if (types.getFirst().get("id").id() != id) throw ErrataApi.strange(path(id), "another advisory");
        return new Erratum(
                id, types.getFirst(), whole.get("content").get("content").get("cve"));
    }

    /** Without the number of its revision. */
    String name() {
        return REVISION.matcher(told.get("fulladvisory").text(Kind.ADVISORY)).replaceFirst("");
    }

    String state() {
        return told.get("status").text(Kind.STATE);
    }

    List<String> contentTypes() {
        return told.get("content_types")
                .elements()
                .map(type -> type.text(Kind.CONTENT_TYPE))
                .toList();
    }

    /** Whether it has RPMs, alone or in modules. */
    boolean hasRpms() {
        return contentTypes().stream().anyMatch(RPMS::contains);
    }

    String severity() {
        Told impact = told.get("security_impact");
        boolean none = impact.isAbsent() || impact.json().asText("x").isEmpty();
        return none ? "none" : impact.text(Kind.SEVERITY).toLowerCase(Locale.ROOT);
    }

    long product() {
        return told.get("product_id").id();
    }

    /** What is no name of a CVE is left out: people type them. */
    List<String> cves() {
        return cve.isAbsent()
                ? List.of()
                : CVE.matcher(cve.json().asText())
                        .results()
                        .map(found -> found.group())
                        .toList();
    }

    /** Whether everybody could have it only since then; what has no date may be. */
    boolean isShippedSince(Instant from) {
        return shipped().map(at -> !at.isBefore(from)).orElse(true);
    }

    /** When everybody could have it. */
    private Optional<Instant> shipped() {
        Told date = told.get("actual_ship_date");
        if (date.isAbsent()) return Optional.empty();
        try {
            return Optional.of(Instant.parse(date.text(Kind.LINE)));
        } catch (DateTimeParseException e) {
            throw ErrataApi.strange(path(id), "actual_ship_date: expected a time in UTC");
        }
    }
}
