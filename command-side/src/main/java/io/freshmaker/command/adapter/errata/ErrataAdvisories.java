package io.freshmaker.command.adapter.errata;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.freshmaker.command.adapter.errata.Told.Kind;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The advisories of the Errata Tool (spec §9.1). What rules ask about takes five calls, and one of Jira for each issue. */
final class ErrataAdvisories implements Advisories {

    private final ErrataApi errata;
    private final Contents contents;
    private final Jira jira;

    ErrataAdvisories(ErrataApi errata, Contents contents, Jira jira) {
        this.errata = errata;
        this.contents = contents;
        this.jira = jira;
    }

    @Override
    public Optional<Advisory> find(long id) {
        return errata.objectIfAny(Erratum.path(id))
                .map(found -> Erratum.told(id, found))
                .map(this::advisory);
    }

    @Override
    public AdvisoryContent contentOf(long id) {
        return contents.of(id);
    }

    @Override
    public List<Long> having(String build) {
        String path = "api/v1/build/" + URLEncoder.encode(build, UTF_8).replace("+", "%20");
        return errata.objectIfAny(path).map(found -> new Told(path, found).get("all_errata")).stream()
                .filter(all -> !all.isAbsent())
                .flatMap(Told::elements)
                .filter(one -> !Advisory.isOver(one.get("status").text(Kind.STATE)))
                .map(one -> one.get("id").id())
                .distinct()
                .sorted()
                .toList();
    }

    private Advisory advisory(Erratum erratum) {
        String path = "advisory/%d.json".formatted(erratum.id());
        Told legacy = new Told(path, errata.object(path));
        if (legacy.get("id").id() != erratum.id()) throw ErrataApi.strange(path, "another advisory");
        Told release = legacy.get("release");
        Priority priority = Priority.of(
                Stream.concat(bugs(erratum.id()), issues(erratum.id())).toList());
        return new Advisory(
                erratum.id(),
                erratum.name(),
                erratum.state(),
                erratum.contentTypes(),
                erratum.severity(),
                legacy.get("product").get("short_name").text(Kind.LINE),
                lineIn(release, "name"),
                typeOf(release),
                erratum.cves(),
                priority.major(),
                priority.compliance(),
                priority.contract(),
                lineIn(legacy.get("people"), "reporter"));
    }

    /** Empty where the answer leaves it out. */
    private static String lineIn(Told part, String field) {
        return part.isAbsent() || part.get(field).isAbsent()
                ? ""
                : part.get(field).text(Kind.LINE);
    }

    private @Nullable String typeOf(Told release) {
        if (release.isAbsent() || release.get("id").isAbsent()) return null;
        String path = "api/v1/releases/" + release.get("id").id();
        Told type = new Told(path, errata.object(path))
                .get("data")
                .get("attributes")
                .get("type");
        return type.isAbsent() ? null : type.text(Kind.LINE);
    }

    private Stream<Priority> bugs(long id) {
        String path = "advisory/%d/bugs.json".formatted(id);
        return new Told(path, errata.list(path))
                .elements()
                .map(bug -> Priority.ofFlags(bug.get("flags").json().asText()));
    }

    /** Those in Jira, where there is one. */
    private Stream<Priority> issues(long id) {
        if (!jira.isKnown()) return Stream.of();
        String path = "advisory/%d/jira_issues.json".formatted(id);
        return new Told(path, errata.list(path))
                .elements()
                .map(issue -> issue.json().isObject() ? issue.get("key") : issue)
                .map(key -> key.text(Kind.ISSUE))
                .distinct()
                .map(key -> Priority.ofHandling(jira.specialHandling(key)));
    }
}
