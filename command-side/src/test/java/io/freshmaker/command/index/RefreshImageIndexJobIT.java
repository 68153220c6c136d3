package io.freshmaker.command.index;

import static io.freshmaker.command.index.IndexedImages.image;
import static io.freshmaker.command.index.IndexedImages.nvr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.Unavailable;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshImageIndexJobIT {

    private static final int IMAGES = 10;

    private final IndexForTests house = new IndexForTests();
    private final AskedImages asked = new AskedImages();

    @BeforeEach
    void images_were_found_but_not_asked_for_by_name() {
        IntStream.range(0, IMAGES).forEach(i -> asked.with(image("app%d-1-1".formatted(i), "base-1-1", "tls-1-1")));
        house.index.learnPartOf(asked.known);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void all_are_read_in_chunks_and_not_again_before_their_time() {
        refresh(100, 4);
        assertThat(asked.asked)
                .extracting(List::size)
                .containsExactly(4, 4, 3); // and the parent, known by its name only
        refresh(100, 4);
        assertThat(asked.asked).hasSize(3);

        house.pass(Duration.ofHours(25));
        refresh(100, 4);
        assertThat(asked.asked).extracting(List::size).containsExactly(4, 4, 3, 4, 4, 3);
    }

    @Test
    void a_round_reads_no_more_than_it_may_and_the_next_one_goes_on() {
        refresh(6, 4);
        refresh(6, 4);

        assertThat(asked.asked).extracting(List::size).containsExactly(4, 2, 4, 1);
        assertThat(all()).hasSize(IMAGES + 1).doesNotHaveDuplicates();
    }

    @Test
    void after_a_crash_at_any_step_the_next_one_goes_on_where_it_was() {
        for (int crash = 1; crash <= 3; crash++) {
            house.pass(Duration.ofHours(25));
            asked.asked.clear();
            int at = crash;
            assertThatThrownBy(() -> house.refresh(new Crashing(at), 100, 4).run("all"))
                    .isInstanceOf(Crash.class);

            refresh(100, 4);

            assertThat(asked.asked).as("crash at %d", crash).hasSize(4); // the chunk of the crash is read once more
            assertThat(all().stream().distinct()).as("crash at %d", crash).hasSize(IMAGES + 1);
            refresh(100, 4);
            assertThat(asked.asked).hasSize(4);
        }
    }

    @Test
    void an_image_that_is_refused_keeps_no_other_from_being_read() {
        asked.refused.add(nvr("app3-1-1"));

        refresh(100, 100);

        assertThat(house.index
                        .wholeWithNvrs(
                                asked.known.stream().map(ImageRecord::nvr).toList())
                        .answer())
                .extracting(ImageRecord::nvr)
                .hasSize(IMAGES - 1)
                .doesNotContain(nvr("app3-1-1"));
        asked.asked.clear();
        refresh(100, 100);
        assertThat(asked.asked).isEmpty();
    }

    @Test
    void nothing_is_marked_as_read_while_the_system_is_away() {
        asked.away = true;
        assertThatThrownBy(() -> refresh(100, 4)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> house.refresh(house.before(asked, AnswersWhenAway.EVERYTHING), 100, 4)
                        .run("all"))
                .isInstanceOf(Unavailable.class);

        asked.away = false;
        refresh(100, 4);
        assertThat(all()).hasSize(IMAGES + 1);
    }

    private void refresh(int atMost, int chunk) {
        house.refresh(house.before(asked, AnswersWhenAway.NOTHING), atMost, chunk)
                .run("all");
    }

    private List<Nvr> all() {
        return asked.asked.stream().flatMap(Collection::stream).toList();
    }

    /** The process dies after it has learned a chunk and before it could note that. */
    private final class Crashing extends DelegatedImages {

        private int left;

        Crashing(int at) {
            super(house.before(asked, AnswersWhenAway.NOTHING));
            left = at;
        }

        @Override
        public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
            List<ImageRecord> images = super.withNvrs(nvrs);
            if (--left == 0) throw new Crash();
            return images;
        }
    }

    private static final class Crash extends RuntimeException {}
}
