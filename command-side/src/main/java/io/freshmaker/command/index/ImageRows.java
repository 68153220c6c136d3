package io.freshmaker.command.index;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.index.Dictionary.Numbers;
import io.freshmaker.command.index.Manifest.Entry;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what was learned of images: many in one statement, as JSON that PostgreSQL takes apart. */
record ImageRows(JdbcClient sql, Dictionary dictionary) {

    /** Only what a record consists of is written. */
    static final JsonMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    private static final String IMAGES = """
        insert into image (nvr, name, version, published, packages, rpms, arches, placements, content_sets, labels, parent)
        select nvr, name, version, published, packages, rpms, arches, placements, content_sets, labels, parent
        from jsonb_to_recordset(?::jsonb) as row (
            nvr text, name text, version text, published boolean, packages integer[], rpms integer[], arches jsonb,
            placements jsonb, content_sets text[], labels jsonb, parent text)
        on conflict (nvr) do update set
            published = excluded.published, packages = excluded.packages, rpms = excluded.rpms, arches = excluded.arches,
            placements = excluded.placements, content_sets = excluded.content_sets, labels = excluded.labels,
            parent = excluded.parent\
        """;

    private static final String AGES = """
        insert into image_age (image, seen_at, whole_at, sighted_at)
        select image.id, row.seen_at, row.whole_at, row.sighted_at
        from jsonb_to_recordset(?::jsonb) as row (
            nvr text, seen_at timestamp with time zone, whole_at timestamp with time zone, sighted_at jsonb)
        join image using (nvr)
        on conflict (image) do update set
            seen_at = excluded.seen_at, whole_at = excluded.whole_at, sighted_at = excluded.sighted_at\
        """;

    private static final String PARENTS = """
        insert into image_parent (parent, child) select parent, child from unnest(?::text[], ?::text[]) as edge (parent, child)
        on conflict do nothing\
        """;

    /** Parents that were never heard of get a row with nothing but their name, so that the refresh asks for them. */
    private static final String UNKNOWN = """
        with added as (
            insert into image (nvr, name, version)
            select nvr, name, version from unnest(?::text[], ?::text[], ?::text[]) as parent (nvr, name, version)
            where not exists (select from image where image.nvr = parent.nvr)
            returning id)
        insert into image_age (image) select id from added\
        """;

    /** A row of the table of images. */
    record Row(
            String nvr,
            String name,
            String version,
            boolean published,
            int[] packages,
            int[] rpms,
            @Nullable Map<String, int[]> arches,
            List<StoredPlacement> placements,
            @JsonProperty("content_sets") Collection<String> contentSets,
            Map<String, String> labels,
            @Nullable String parent) {}

    /** When what was said of an image. */
    record Age(
            String nvr,
            @JsonProperty("seen_at") @Nullable String seenAt,
            @JsonProperty("whole_at") @Nullable String wholeAt,
            @JsonProperty("sighted_at") Map<String, String> sightedAt) {}

    /**
     * @param changed of which more than the times is new
     * @param spokenOf all of which the times are
     */
    void write(List<Remembered> changed, List<Remembered> spokenOf) {
        if (!changed.isEmpty()) {
            sql.sql(IMAGES).param(json(rows(changed))).update();
            writeParents(changed);
        }
        sql.sql(AGES)
                .param(json(spokenOf.stream().map(ImageRows::age).toList()))
                .update();
    }

    private void writeParents(List<Remembered> children) {
        List<String[]> edges = children.stream()
                .flatMap(child -> child.parents().stream()
                        .map(parent -> new String[] {parent.value(), child.nvr().value()}))
                .toList();
        if (edges.isEmpty()) return;
        sql.sql(PARENTS).params(column(edges, 0), column(edges, 1)).update();
        List<Nvr> parents = children.stream()
                .flatMap(child -> child.parents().stream())
                .distinct()
                .toList();
        sql.sql(UNKNOWN)
                .params(
                        parents.stream().map(Nvr::value).toArray(String[]::new),
                        parents.stream().map(Nvr::name).toArray(String[]::new),
                        parents.stream().map(Nvr::version).toArray(String[]::new))
                .update();
    }

    private List<Row> rows(List<Remembered> images) {
        Set<Entry> entries = new HashSet<>();
        images.stream()
                .flatMap(image -> Stream.ofNullable(image.manifest()))
                .forEach(manifest -> entries.addAll(manifest.all()));
        Map<Entry, Numbers> numbers = dictionary.numbersOf(entries);
        return images.stream().map(image -> row(image, numbers)).toList();
    }

    private static Row row(Remembered image, Map<Entry, Numbers> numbers) {
        Manifest manifest = image.manifest();
        Set<Entry> all = manifest == null ? Set.of() : manifest.all();
        Nvr parent = image.parent();
        return new Row(
                image.nvr().value(),
                image.nvr().name(),
                image.nvr().version(),
                image.isPublished(),
                all.stream()
                        .mapToInt(entry -> of(entry, numbers).pack())
                        .sorted()
                        .distinct()
                        .toArray(),
                rpms(all, numbers),
                manifest == null
                        ? null
                        : manifest.arches().keySet().stream()
                                .collect(Collectors.toMap(
                                        arch -> arch, arch -> rpms(manifest.missingIn(arch, all), numbers))),
                image.placements().stream().map(StoredPlacement::of).toList(),
                image.contentSets(),
                image.labels(),
                parent == null ? null : parent.value());
    }

    private static int[] rpms(Set<Entry> entries, Map<Entry, Numbers> numbers) {
        IntStream all = entries.stream().mapToInt(entry -> of(entry, numbers).rpm());
        return all.sorted().toArray();
    }

    private static Numbers of(Entry entry, Map<Entry, Numbers> numbers) {
        Numbers known = numbers.get(entry);
        if (known == null) throw new IllegalStateException("No number for " + entry);
        return known;
    }

    private static Age age(Remembered image) {
        Map<String, String> sighted = new TreeMap<>();
        image.sightings()
                .forEach((place, sighting) -> sighted.put(place, sighting.at().toString()));
        return new Age(image.nvr().value(), text(image.seenAt()), text(image.wholeAt()), sighted);
    }

    private static @Nullable String text(@Nullable Object time) {
        return time == null ? null : time.toString();
    }

    private static String[] column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toArray(String[]::new);
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written: " + value, e);
        }
    }
}
