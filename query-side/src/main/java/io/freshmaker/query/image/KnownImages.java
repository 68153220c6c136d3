package io.freshmaker.query.image;

import io.freshmaker.query.image.ImageFilter.Asked;
import io.freshmaker.query.image.KnownRpms.KnownRpm;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the index of images where the command side shows it to us: in its views {@code known_…}. */
@Component
class KnownImages {

    /** So many children of an image are named; the list with {@code parent} has them all. */
    private static final int CHILDREN = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<ImagePlacement>> PLACEMENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Set<Integer>>> ARCHES = new TypeReference<>() {};

    /**
     * First the page, then its ages: else PostgreSQL reads those of all images, because it cannot know how few there are. Of the
     * hundreds of RPMs of each only those are read that are told.
     */
    private static final String PAGE = """
        select page.*, whole_at, seen_at from (
            select i.id, i.nvr, i.published, i.placements,
                array(select rpm from unnest(i.rpms) as rpm where rpm = any(:told)) as rpms
            from known_image i
            where %s and i.nvr > :after order by i.nvr limit :limit) as page
        join known_image_age on image = id order by nvr\
        """;

    private static final String ONE = "select * from known_image join known_image_age on image = id where nvr = ?";

    private static final String SOURCE = """
        select name, answered_at, away_since, failure from known_image_source
        order by greatest(answered_at, away_since) desc limit 1\
        """;

    private final JdbcClient sql;
    private final KnownRpms rpms;

    KnownImages(JdbcClient sql, KnownRpms rpms) {
        this.sql = sql;
        this.rpms = rpms;
    }

    /** In the order of their NVRs' text. */
    List<ImageSummary> page(Asked asked, String after, int limit) {
        Map<Integer, KnownRpm> builds = asked.packages().isEmpty() ? Map.of() : rpms.ofPackages(asked.packages());
        return sql.sql(PAGE.formatted(asked.wanted().sql()))
                .params(asked.wanted().values())
                .param("told", builds.keySet().toArray(Integer[]::new))
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> summary(row, builds))
                .list();
    }

    Optional<Image> find(String nvr) {
        return sql.sql(ONE).param(nvr).query((row, _) -> image(row)).optional();
    }

    /** Who was asked last; empty where nobody ever was. */
    Optional<ImageSource> source() {
        return sql.sql(SOURCE)
                .query((row, _) -> new ImageSource(
                        row.getString("name"),
                        time(row, "answered_at"),
                        time(row, "away_since"),
                        row.getString("failure")))
                .optional();
    }

    private static ImageSummary summary(ResultSet row, Map<Integer, KnownRpm> builds) throws SQLException {
        return new ImageSummary(
                row.getString("nvr"),
                row.getBoolean("published"),
                JSON.readValue(row.getString("placements"), PLACEMENTS),
                numbers(row.getArray("rpms")).stream()
                        .map(number ->
                                Objects.requireNonNull(builds.get(number)).nvr())
                        .distinct()
                        .sorted()
                        .toList(),
                row.getTimestamp("whole_at") != null,
                time(row, "seen_at"));
    }

    private Image image(ResultSet row) throws SQLException {
        String nvr = row.getString("nvr");
        return new Image(
                nvr,
                row.getBoolean("published"),
                JSON.readValue(row.getString("placements"), PLACEMENTS),
                row.getString("parent"),
                edges("parent", "child", nvr),
                edges("child", "parent", nvr),
                List.of((String[]) row.getArray("content_sets").getArray()),
                new TreeMap<>(JSON.readValue(row.getString("labels"), LABELS)),
                manifest(numbers(row.getArray("rpms")), row.getString("arches")),
                row.getTimestamp("whole_at") != null,
                time(row, "seen_at"),
                time(row, "asked_at"),
                source().orElse(null));
    }

    private List<String> edges(String wanted, String known, String nvr) {
        return sql.sql("select %1$s from known_image_parent where %2$s = ? order by %1$s limit %3$d"
                        .formatted(wanted, known, CHILDREN))
                .param(nvr)
                .query((row, _) -> row.getString(wanted))
                .list();
    }

    /** Each architecture has all RPMs but for those that are said to be missing there. */
    private @Nullable Map<String, List<String>> manifest(List<Integer> all, @Nullable String arches) {
        if (arches == null) return null;
        Map<Integer, KnownRpm> known = rpms.withNumbers(new HashSet<>(all));
        Map<String, List<String>> manifest = new TreeMap<>();
        JSON.readValue(arches, ARCHES)
                .forEach((arch, missing) -> manifest.put(
                        arch,
                        known.values().stream()
                                .filter(rpm -> !missing.contains(rpm.number()))
                                .map(KnownRpm::text)
                                .sorted()
                                .toList()));
        return manifest;
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
