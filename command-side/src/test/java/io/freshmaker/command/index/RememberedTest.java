package io.freshmaker.command.index;

import static io.freshmaker.command.index.IndexForTests.NOW;
import static io.freshmaker.command.index.IndexedImages.image;
import static io.freshmaker.command.index.IndexedImages.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final int SEEDS = 300;

    @Test
    void what_is_learned_in_any_order_and_more_than_once_is_the_same_in_the_end() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Remembered> lessons = new RandomLessons(seed).some(12);
            List<Remembered> other = new ArrayList<>(lessons);
            other.addAll(lessons.subList(0, 5));
            Collections.shuffle(other, new Random(seed));

            assertThat(learned(other)).as("seed %d", seed).isEqualTo(learned(lessons));
        }
    }

    @Test
    void merging_in_groups_is_merging_one_after_the_other() {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Remembered> lessons = new RandomLessons(seed).some(12);
            Map<Nvr, Remembered> first = learned(lessons.subList(0, 6));
            learned(lessons.subList(6, 12)).forEach((nvr, one) -> first.merge(nvr, one, Remembered::mergedWith));

            assertThat(first).as("seed %d", seed).isEqualTo(learned(lessons));
        }
    }

    @Test
    void where_it_lies_is_what_was_said_last_and_all_of_it_if_all_was_said() {
        Remembered before =
                Remembered.said(image("app-1-1", null, List.of(placed("a", true), placed("b", true))), true, NOW);
        Remembered part =
                Remembered.said(image("app-1-1", null, List.of(placed("c", false))), false, NOW.plusSeconds(1));
        Remembered whole =
                Remembered.said(image("app-1-1", null, List.of(placed("b", false))), true, NOW.plusSeconds(2));

        assertThat(before.mergedWith(part).placements())
                .containsExactly(placed("a", true), placed("b", true), placed("c", false));
        assertThat(whole.mergedWith(before).mergedWith(part).placements()).containsExactly(placed("b", false));
    }

    @Test
    void a_part_of_what_an_image_contains_takes_nothing_away() {
        Remembered whole = Remembered.said(image("app-1-1", "base-1-1", "tls-1-1", "zlib-1-1"), true, NOW);
        Remembered part = Remembered.said(image("app-1-1", null, "tls-1-1"), false, NOW.plusSeconds(9));

        Remembered both = part.mergedWith(whole);

        assertThat(both.record().allRpms()).extracting(Rpm::name).contains("tls", "zlib");
        assertThat(both.record().parent()).isEqualTo(new Nvr("base-1-1"));
        assertThat(both.record().asOf()).contains(NOW.plusSeconds(9));
        assertThat(both.isWhole()).isTrue();
    }

    @Test
    void architectures_keep_what_they_differ_in() {
        TreeMap<String, List<Rpm>> rpms = new TreeMap<>(Map.of(
                "amd64",
                        List.of(Rpm.parse("glibc-2-1.i686"), Rpm.parse("glibc-2-1.x86_64"), Rpm.parse("tz-1-1.noarch")),
                "arm64", List.of(Rpm.parse("glibc-2-1.aarch64"), Rpm.parse("tz-1-2.noarch")),
                "s390x", List.<Rpm>of()));
        ImageRecord image =
                new ImageRecord(new Nvr("app-1-1"), List.of(), new TreeSet<>(), null, Map.of("a", "b\0c"), rpms);

        Remembered remembered = Remembered.said(image, true, NOW);

        assertThat(remembered.record().rpms()).isEqualTo(rpms);
        assertThat(remembered.record().labels()).containsEntry("a", "bc");
    }

    @Test
    void an_image_without_a_manifest_contains_nobody_knows_what() {
        ImageRecord image = new ImageRecord(new Nvr("app-1-1"), List.of(), new TreeSet<>(), null, Map.of(), null);

        assertThat(Remembered.said(image, true, NOW).record().rpms()).isNull();
    }

    private static Map<Nvr, Remembered> learned(List<Remembered> lessons) {
        Map<Nvr, Remembered> learned = new TreeMap<>();
        lessons.forEach(lesson -> learned.merge(lesson.nvr(), lesson, Remembered::mergedWith));
        return learned;
    }
}
