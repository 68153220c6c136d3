package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds images in the index. Numbers of packages stand in the statements themselves, because PostgreSQL then knows how frequent
 * each is: it passes the images in order for a frequent one, and looks a rare one up.
 */
record ImageSearch(JdbcClient sql, Dictionary dictionary) {

    /** First the page, then its ages: else PostgreSQL reads those of all images, because it cannot know how few there are. */
    private static final String CONTAINING = """
        select nvr, seen_at from (
            select id, nvr from image where packages @> '{%d}' and nvr > ? order by nvr limit ?) as page
        join image_age on image = id order by nvr\
        """;

    private static final String PUBLISHED = "select nvr from image where name = ? and version = ? and published";

    private static final String CHILDREN = """
        select nvr, seen_at from image_parent join image on nvr = child join image_age on image = id
        where image_parent.parent = ? order by nvr\
        """;

    private static final String PARENTS = """
        select nvr, seen_at from image_parent join image on nvr = image_parent.parent join image_age on image = id
        where child = ? order by nvr\
        """;

    private static final String TAGGED = """
        select nvr from image where packages && '{%s}' and content_sets && ?::text[] and exists (
            select from jsonb_to_recordset(placements) as placed (registry text, repository text, published boolean, tags text[])
            join unnest(?::text[], ?::text[], ?::text[]) as wanted (registry, repository, tag) using (registry, repository)
            where tag = any(tags) and (published or not ?))
        order by nvr\
        """;

    /** An image, and when a system last spoke of it. */
    private record Found(Nvr nvr, @Nullable Instant seenAt) {}

    Aged<List<Nvr>> containing(String rpmName, @Nullable Nvr after, int limit) {
        List<Integer> numbers = dictionary.packages(List.of(rpmName));
        if (numbers.isEmpty()) return new Aged<>(List.of(), null);
        return found(CONTAINING.formatted(numbers.getFirst()), after == null ? "" : after.value(), limit);
    }

    Aged<List<Nvr>> childrenOf(Nvr parent) {
        return found(CHILDREN, parent.value());
    }

    Aged<List<Nvr>> parentsOf(Nvr child) {
        return found(PARENTS, child.value());
    }

    List<Nvr> published(String name, String version) {
        return sql.sql(PUBLISHED).params(name, version).query(ImageSearch::nvr).list();
    }

    List<Nvr> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        List<Integer> numbers = dictionary.packages(rpmNames);
        List<String[]> wanted = repositories.stream()
                .flatMap(repository -> repository.autoRebuildTags().stream()
                        .map(tag -> new String[] {repository.registry(), repository.name(), tag}))
                .toList();
        if (numbers.isEmpty() || wanted.isEmpty()) return List.of();
        String packages = numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
        return sql.sql(TAGGED.formatted(packages))
                .params(
                        contentSets.toArray(String[]::new),
                        column(wanted, 0),
                        column(wanted, 1),
                        column(wanted, 2),
                        publishedOnly)
                .query(ImageSearch::nvr)
                .list();
    }

    private Aged<List<Nvr>> found(String statement, Object... values) {
        List<Found> found = sql.sql(statement)
                .params(values)
                .query((row, _) -> new Found(nvr(row, 0), time(row)))
                .list();
        return new Aged<>(
                found.stream().map(Found::nvr).toList(),
                Aged.oldest(found.stream().flatMap(image -> Stream.ofNullable(image.seenAt()))));
    }

    private static Nvr nvr(ResultSet row, int number) throws SQLException {
        return new Nvr(row.getString("nvr"));
    }

    private static @Nullable Instant time(ResultSet row) throws SQLException {
        Timestamp time = row.getTimestamp("seen_at");
        return time == null ? null : time.toInstant();
    }

    private static String[] column(List<String[]> rows, int column) {
        return rows.stream().map(row -> row[column]).toArray(String[]::new);
    }
}
