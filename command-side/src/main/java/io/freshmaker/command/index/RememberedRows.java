package io.freshmaker.command.index;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.index.Manifest.Entry;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads back what was learned of images. */
record RememberedRows(JdbcClient sql, Dictionary dictionary) {

    private static final TypeReference<Map<String, List<Integer>>> ARCHES = new TypeReference<>() {};
    private static final TypeReference<List<StoredPlacement>> PLACEMENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String WITH_NVRS = """
        select image.*, image_age.*, array(select parent from image_parent where child = nvr) as parents
        from image join image_age on image = id where nvr = any(?) order by nvr\
        """;

    /** A row as it is read, before the numbers of RPMs are understood. */
    private record Raw(
            Remembered image, List<Integer> rpms, @Nullable Map<String, List<Integer>> arches) {

        Remembered understood(Map<Integer, Entry> entries) {
            if (arches == null) return image;
            Map<String, Set<Entry>> missing = new TreeMap<>();
            arches.forEach((arch, lacks) -> missing.put(arch, all(lacks, entries)));
            return image.withManifest(Manifest.of(all(rpms, entries), missing));
        }

        private static Set<Entry> all(List<Integer> numbers, Map<Integer, Entry> entries) {
            Set<Entry> all = new HashSet<>();
            for (Integer number : numbers) {
                Entry entry = entries.get(number);
                if (entry == null) throw new IllegalStateException("No RPM has the number " + number);
                all.add(entry);
            }
            return all;
        }
    }

    /** Those that are known, in the order of their NVRs' text. */
    List<Remembered> withNvrs(Collection<Nvr> nvrs) {
        List<Raw> rows = sql.sql(WITH_NVRS)
                .param(nvrs.stream().map(Nvr::value).distinct().toArray(String[]::new))
                .query((row, _) -> raw(row))
                .list();
        Set<Integer> numbers = new HashSet<>();
        rows.forEach(row -> numbers.addAll(row.rpms()));
        Map<Integer, Entry> entries = dictionary.entries(numbers);
        return rows.stream().map(row -> row.understood(entries)).toList();
    }

    private static Raw raw(ResultSet row) throws SQLException {
        String parent = row.getString("parent");
        String arches = row.getString("arches");
        Remembered image = new Remembered(
                new Nvr(row.getString("nvr")),
                time(row, "seen_at"),
                time(row, "whole_at"),
                sightings(row),
                new TreeSet<>(texts(row.getArray("content_sets"))),
                new TreeMap<>(read(row.getString("labels"), TEXTS)),
                parent == null ? null : new Nvr(parent),
                new TreeSet<>(
                        texts(row.getArray("parents")).stream().map(Nvr::new).toList()),
                null);
        return new Raw(image, numbers(row.getArray("rpms")), arches == null ? null : read(arches, ARCHES));
    }

    private static SortedMap<String, Sighting> sightings(ResultSet row) throws SQLException {
        Map<String, String> times = read(row.getString("sighted_at"), TEXTS);
        Stream<Sighting> sightings = read(row.getString("placements"), PLACEMENTS).stream()
                .map(StoredPlacement::placement)
                .map(placement -> new Sighting(placement, Instant.parse(times.get(Sighting.place(placement)))));
        return new TreeMap<>(sightings.collect(toMap(Sighting::place, sighting -> sighting)));
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return ImageRows.JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be read: " + json, e);
        }
    }
}
