package io.freshmaker.command.index;

import static io.freshmaker.command.index.IndexForTests.NOW;
import static io.freshmaker.command.index.IndexedImages.image;
import static io.freshmaker.command.index.IndexedImages.nvr;
import static io.freshmaker.command.index.IndexedImages.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ImageIndexIT {

    private static final int SEEDS = 10;

    private final IndexForTests house = new IndexForTests();
    private final ImageIndex index = house.index;

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void an_image_is_given_back_as_it_was_learned_with_its_age() {
        ImageRecord image = image("app-1-1", "base-1-1", "tls-1-1", "zlib-1-1");
        index.learn(List.of(image));
        house.pass(Duration.ofHours(1));

        Aged<List<ImageRecord>> found = index.withNvrs(List.of(nvr("app-1-1"), nvr("no-1-1"), nvr("base-1-1")));

        assertThat(found).isEqualTo(new Aged<>(List.of(image.asOf(NOW)), NOW));
    }

    @Test
    void images_with_a_package_are_found_page_by_page_in_the_order_of_their_names() {
        index.learn(IntStream.range(0, 25)
                .mapToObj(
                        i -> image("app%02d-1-1".formatted(i), null, i % 2 == 0 ? "tls-1-%d".formatted(i) : "zlib-1-1"))
                .toList());

        List<Nvr> all = new ArrayList<>();
        Nvr after = null;
        for (List<Nvr> page = page(after); !page.isEmpty(); page = page(after)) {
            all.addAll(page);
            after = page.getLast();
        }

        assertThat(all)
                .extracting(Nvr::name)
                .containsExactlyElementsOf(IntStream.range(0, 13)
                        .mapToObj(i -> "app%02d".formatted(2 * i))
                        .toList());
        assertThat(index.containing("nobody-has-it", null, 10)).isEqualTo(new Aged<>(List.of(), null));
    }

    @Test
    void an_answer_is_as_old_as_its_oldest_part() {
        index.learn(List.of(image("app-1-1", null, "tls-1-1")));
        house.pass(Duration.ofHours(1));
        index.learn(List.of(image("app-1-2", null, "tls-1-1")));

        assertThat(index.containing("tls", null, 10).asOf()).isEqualTo(NOW);
        assertThat(index.containing("tls", nvr("app-1-1"), 10).asOf()).isEqualTo(house.now);
        index.learn(List.of(image("app-1-1", null, "tls-1-1")));
        assertThat(index.containing("tls", null, 10).asOf()).isEqualTo(house.now);
    }

    @Test
    void parents_and_children_are_known_even_of_images_that_only_were_named() {
        index.learn(List.of(image("app-1-1", "base-1-1"), image("web-1-1", "base-1-1")));

        assertThat(index.childrenOf(nvr("base-1-1")).answer()).containsExactly(nvr("app-1-1"), nvr("web-1-1"));
        assertThat(index.parentsOf(nvr("app-1-1"))).isEqualTo(new Aged<>(List.of(nvr("base-1-1")), null));
        assertThat(index.withNvrs(List.of(nvr("base-1-1"))).answer()).isEmpty();
    }

    @Test
    void the_newest_releases_are_the_published_ones_the_highest_last() {
        index.learn(IntStream.rangeClosed(1, 25)
                .mapToObj(i -> image("app-1-" + i, null, List.of(placed(i != 24, "latest"))))
                .toList());

        assertThat(index.releasesOf("app", "1").answer())
                .extracting(image -> image.nvr().release())
                .hasSize(20)
                .startsWith("5", "6", "7", "8", "9", "10")
                .endsWith("22", "23", "25");
        assertThat(index.releasesOf("app", "2").answer()).isEmpty();
    }

    @Test
    void tagged_images_are_those_with_a_tag_of_the_repository_that_they_lie_in() {
        index.learn(List.of(
                image("app-1-1", null, List.of(placed("a", true, "latest")), "tls-1-1"),
                image("app-1-2", null, List.of(placed("a", true, "1")), "tls-1-1"),
                image("app-1-3", null, List.of(placed("b", true, "latest")), "tls-1-1"),
                image("app-1-4", null, List.of(placed("a", false, "latest")), "tls-1-1"),
                image("app-1-5", null, List.of(placed("a", true, "latest")), "zlib-1-1")));

        assertThat(tagged(true, "base-rpms")).containsExactly("app-1-1");
        assertThat(tagged(false, "base-rpms")).containsExactly("app-1-1", "app-1-4");
        assertThat(tagged(true, "other-rpms")).isEmpty();
    }

    @Test
    void repositories_are_kept_as_they_were_last_listed() {
        ImageRepository repository = repository("a");
        index.learn(true, List.of(repository));

        assertThat(index.repositories(true)).contains(new Aged<>(List.of(repository), NOW));
        assertThat(index.repositories(false)).isEqualTo(Optional.empty());
    }

    @Test
    void what_is_learned_in_any_order_is_stored_the_same() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Remembered> lessons = new RandomLessons(seed).some(15);
            List<Remembered> shuffled = new ArrayList<>(lessons);
            shuffled.addAll(lessons.subList(0, 5));
            Collections.shuffle(shuffled, new Random(seed));

            assertThat(stored(shuffled, seed)).as("seed %d", seed).isEqualTo(stored(lessons, seed));
        }
    }

    @Test
    void what_is_said_again_writes_no_image_again() {
        index.learn(List.of(image("app-1-1", "base-1-1", "tls-1-1")));
        String before = version("app-1-1");
        house.pass(Duration.ofHours(1));
        index.learn(List.of(image("app-1-1", "base-1-1", "tls-1-1")));

        assertThat(version("app-1-1")).isEqualTo(before);
        assertThat(index.withNvrs(List.of(nvr("app-1-1"))).asOf()).isEqualTo(house.now);
    }

    @Test
    void what_came_from_the_index_is_not_learned_again() {
        index.learn(List.of(image("app-1-1", null, "tls-1-1")));
        house.pass(Duration.ofHours(1));
        index.learn(index.withNvrs(List.of(nvr("app-1-1"))).answer());

        assertThat(index.withNvrs(List.of(nvr("app-1-1"))).asOf()).isEqualTo(NOW);
    }

    @Test
    void a_name_that_no_index_of_the_database_takes_keeps_nobody_from_learning() {
        String endless = "x".repeat(4_000);
        index.learn(List.of(image(endless + "-1-1", null), image("app-1-1", null, endless + "-1-1", "tls-1-1")));

        assertThat(index.containing("tls", null, 10).answer()).containsExactly(nvr("app-1-1"));
    }

    private List<Nvr> page(@Nullable Nvr after) {
        return index.containing("tls", after, 5).answer();
    }

    private List<String> tagged(boolean publishedOnly, String contentSet) {
        return index
                .tagged(List.of(repository("a"), repository("c")), publishedOnly, Set.of(contentSet), Set.of("tls"))
                .answer()
                .stream()
                .map(image -> image.nvr().value())
                .toList();
    }

    private static ImageRepository repository(String name) {
        return new ImageRepository("registry.example.com", name, true, Set.of("Beta"), Set.of("latest", "2"));
    }

    private String version(String image) {
        return house.database
                .sql()
                .sql("select xmin || ctid::text from image where nvr = ?")
                .param(image)
                .query(String.class)
                .single();
    }

    /** As the lessons leave an index that is empty before them, some at a time. */
    private Map<Nvr, Remembered> stored(List<Remembered> lessons, long seed) {
        JdbcClient sql = house.database.sql();
        sql.sql("truncate image, image_age, image_parent").update();
        RememberedRows rows = new RememberedRows(sql, new Dictionary(sql));
        Lessons learning = new Lessons(
                sql,
                new JdbcTransactionManager(house.database.dataSource()),
                rows,
                new ImageRows(sql, new Dictionary(sql)));
        Random random = new Random(seed);
        for (int at = 0, size; at < lessons.size(); at += size) {
            size = 1 + random.nextInt(4);
            learning.learn(lessons.subList(at, Math.min(lessons.size(), at + size)));
        }
        Set<Nvr> all = lessons.stream().map(Remembered::nvr).collect(Collectors.toSet());
        return rows.withNvrs(all).stream()
                .collect(Collectors.toMap(Remembered::nvr, Function.identity(), (one, _) -> one, TreeMap::new));
    }
}
