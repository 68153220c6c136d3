package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all {@link ShippedImages} must do. */
public abstract class ShippedImagesContract {

    private static final Nvr APP = new Nvr("app-container-1-1.300");
    private static final Nvr DB = new Nvr("db-container-2-1.300");

    /** Some that know what one advisory ships, and what has to be shipped before it. */
    protected abstract ShippedImages knowing(long advisory, List<Nvr> images, List<Long> blocking);

    @Test
    void the_images_of_an_advisory_are_known_and_sorted() {
        assertThat(knowing(7, List.of(DB, APP), List.of()).of(7)).containsExactly(APP, DB);
    }

    @Test
    void what_has_to_be_shipped_before_it_is_known_and_sorted() {
        assertThat(knowing(7, List.of(APP), List.of(9L, 8L)).blocking(7)).containsExactly(8L, 9L);
        assertThat(knowing(7, List.of(APP), List.of()).blocking(7)).isEmpty();
    }

    @Test
    void an_advisory_that_nobody_knows_ships_nothing_and_waits_for_nothing() {
        ShippedImages some = knowing(7, List.of(APP), List.of(8L));

        assertThat(some.of(6)).isEmpty();
        assertThat(some.blocking(6)).isEmpty();
    }
}
