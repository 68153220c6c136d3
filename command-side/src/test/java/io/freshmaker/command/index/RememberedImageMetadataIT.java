package io.freshmaker.command.index;

import static io.freshmaker.command.index.AnswersWhenAway.EVERYTHING;
import static io.freshmaker.command.index.AnswersWhenAway.KNOWN_IMAGES;
import static io.freshmaker.command.index.AnswersWhenAway.NOTHING;
import static io.freshmaker.command.index.IndexForTests.NOW;
import static io.freshmaker.command.index.IndexedImages.image;
import static io.freshmaker.command.index.IndexedImages.nvr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RememberedImageMetadataIT {

    private static final ImageRepository REPOSITORY =
            new ImageRepository("registry.example.com", "apps/web", true, Set.of(), Set.of("latest"));
    private static final ImageRecord APP = image("app-1-1", "base-1-1", "tls-1-1");
    private static final ImageRecord BASE = image("base-1-1", null, "tls-1-1");

    private final IndexForTests house = new IndexForTests();
    private final AskedImages asked = new AskedImages().with(APP, BASE);

    @BeforeEach
    void it_was_asked_before() {
        asked.repositories.add(REPOSITORY);
        ImageMetadata images = house.before(asked, NOTHING);
        images.repositories(true);
        images.tagged(List.of(REPOSITORY), true, Set.of("base-rpms"), Set.of("tls"));
        images.withNvrs(List.of(APP.nvr()));
        house.pass(Duration.ofHours(2));
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void every_answer_is_the_systems_and_is_learned() {
        assertThat(house.before(asked, EVERYTHING).withNvrs(List.of(BASE.nvr())))
                .containsExactly(BASE);

        assertThat(house.index.withNvrs(List.of(BASE.nvr())).asOf()).isEqualTo(house.now);
        assertThat(house.index.containing("tls", null, 10).answer()).containsExactly(APP.nvr(), BASE.nvr());
    }

    @Test
    void what_was_said_lately_is_not_learned_again() {
        ImageMetadata images = house.before(asked, NOTHING);
        images.withNvrs(List.of(APP.nvr()));
        Instant learned = house.now;
        house.pass(Duration.ofMinutes(50));
        images.withNvrs(List.of(APP.nvr()));
        assertThat(house.index.withNvrs(List.of(APP.nvr())).asOf()).isEqualTo(learned);

        images.tagged(List.of(REPOSITORY), true, Set.of("base-rpms"), Set.of("tls")); // that is another word
        assertThat(house.index.withNvrs(List.of(APP.nvr())).asOf()).isEqualTo(house.now);
        house.pass(Duration.ofMinutes(61));
        images.withNvrs(List.of(APP.nvr()));
        assertThat(house.index.withNvrs(List.of(APP.nvr())).asOf()).isEqualTo(house.now);
    }

    @Test
    void a_plan_waits_for_a_system_that_is_away() {
        asked.away = true;
        ImageMetadata images = house.before(asked, NOTHING);

        assertThatThrownBy(() -> images.withNvrs(List.of(APP.nvr()))).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> images.repositories(true)).isInstanceOf(Unavailable.class);
    }

    @Test
    void known_images_are_answered_with_their_age_unless_one_might_be_missed() {
        asked.away = true;
        ImageMetadata images = house.before(asked, KNOWN_IMAGES);

        assertThat(images.withNvrs(List.of(APP.nvr()))).containsExactly(APP.asOf(NOW));
        assertThatThrownBy(() -> images.withNvrs(List.of(APP.nvr(), nvr("no-1-1"))))
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> images.withNvrs(List.of(BASE.nvr()))) // of which only a part was said
                .isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> images.releasesOf("app", "1")).isInstanceOf(Unavailable.class);
    }

    @Test
    void everything_that_was_ever_said_is_answered_with_its_age_where_that_is_wanted() {
        asked.away = true;
        ImageMetadata images = house.before(asked, EVERYTHING);

        assertThat(images.repositories(true)).containsExactly(REPOSITORY);
        assertThat(images.tagged(List.of(REPOSITORY), true, Set.of("base-rpms"), Set.of("tls")))
                .containsExactly(APP.asOf(NOW), BASE.asOf(NOW));
        assertThat(images.releasesOf("app", "1")).containsExactly(APP.asOf(NOW));
        assertThatThrownBy(() -> images.repositories(false)).isInstanceOf(Unavailable.class); // nobody ever listed them
    }

    @Test
    void it_is_noted_since_when_the_system_is_away_until_it_answers() {
        ImageMetadata images = house.before(asked, EVERYTHING);
        asked.away = true;
        images.repositories(true);
        house.pass(Duration.ofMinutes(5));
        images.repositories(true);
        assertThat(source()).isEqualTo(NOW + " away since " + NOW.plus(Duration.ofHours(2)));

        asked.away = false;
        images.repositories(true);
        assertThat(source()).isEqualTo(house.now + " away since null");
    }

    private String source() {
        return house.database
                .sql()
                .sql("select answered_at, away_since from image_source where name = 'pyxis'")
                .query((row, _) -> row.getTimestamp("answered_at").toInstant() + " away since "
                        + (row.getTimestamp("away_since") == null
                                ? null
                                : row.getTimestamp("away_since").toInstant()))
                .single();
    }
}
