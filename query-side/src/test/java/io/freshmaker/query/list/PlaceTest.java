package io.freshmaker.query.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.query.web.ApiError;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    @Test
    void a_reader_brings_back_what_we_gave() {
        Place place = new Place(Instant.parse("2026-08-01T10:00:00.123456Z"), 17);

        assertThat(Place.of(place.cursor())).isEqualTo(place);
        assertThat(place.cursor()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "17", "MS4xNw", "Mi4xLjE", "MS54Lng", "MS45OTk5OTk5OTk5OTk5OTk5OTk5LjE", "%%%", "é"})
    void what_we_did_not_give_is_refused_with_its_name(String cursor) {
        assertThatThrownBy(() -> Place.of(cursor))
                .isInstanceOf(ApiError.class)
                .hasMessage("'cursor' must be one that a page gave in its 'next', not '%s'.".formatted(cursor));
    }
}
