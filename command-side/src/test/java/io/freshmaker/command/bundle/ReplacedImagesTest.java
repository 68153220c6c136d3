package io.freshmaker.command.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Which images an advisory replaces (spec §7.9, 1). */
class ReplacedImagesTest {

    private static final Nvr SHIPPED = nvr("app-1-1.300");
    private static final Nvr SECOND = nvr("app-1-1.200");
    private static final Nvr FIRST = nvr("app-1-1.100");
    private static final Nvr ORIGINAL = nvr("app-1-1");

    private final Lineage chain = new Lineage(Map.of(SHIPPED, SECOND, SECOND, FIRST, FIRST, ORIGINAL));

    @Test
    void the_nearest_image_that_customers_have_is_the_original() {
        assertThat(replaced(Map.of(SECOND, false, FIRST, true, ORIGINAL, true), false))
                .containsExactly(Map.entry(FIRST, SHIPPED));
    }

    @Test
    void what_the_original_was_rebuilt_from_is_replaced_too_where_that_is_wished() {
        assertThat(replaced(Map.of(SECOND, true, FIRST, false, ORIGINAL, true), true))
                .containsOnlyKeys(ORIGINAL, FIRST, SECOND)
                .containsEntry(ORIGINAL, SHIPPED);
    }

    @Test
    void where_customers_have_none_the_oldest_that_is_known_counts() {
        assertThat(replaced(Map.of(SECOND, false, FIRST, false, ORIGINAL, false), false))
                .containsOnlyKeys(ORIGINAL);
        assertThat(replaced(Map.of(SECOND, false, FIRST, false), false)).containsOnlyKeys(FIRST);
    }

    @Test
    void an_image_that_we_did_not_make_or_whose_original_nobody_knows_replaces_nothing() {
        assertThat(replaced(Map.of(ORIGINAL, true), false)).isEmpty();
        assertThat(ReplacedImages.of(List.of(SHIPPED), new Lineage(Map.of()), Map.of(), List.of(), true)
                        .byOriginal())
                .isEmpty();
    }

    @Test
    void images_of_the_same_name_and_version_that_had_to_be_shipped_before_are_replaced_too() {
        Nvr blocking = nvr("app-1-1.250");
        Map<Nvr, Boolean> published = Map.of(SECOND, true);

        ReplacedImages replaced = ReplacedImages.of(
                List.of(SHIPPED), chain, published, List.of(blocking, nvr("app-2-1"), nvr("other-1-1")), false);

        assertThat(replaced.byOriginal()).containsOnlyKeys(SECOND, blocking);
    }

    @Test
    void what_is_known_of_rebuilds_is_asked_for_generation_by_generation_and_a_circle_ends() {
        Map<Nvr, Nvr> records = new HashMap<>(chain.originals());
        records.put(ORIGINAL, SECOND);
        int[] asked = {0};

        Lineage lineage = Lineage.of(Set.of(SHIPPED), images -> {
            asked[0]++;
            Map<Nvr, Nvr> found = new HashMap<>(records);
            found.keySet().retainAll(images);
            return found;
        });

        assertThat(asked[0]).isEqualTo(4);
        assertThat(lineage.before(SHIPPED)).containsExactly(SECOND, FIRST, ORIGINAL);
        assertThat(lineage.ancestors()).containsExactlyInAnyOrder(SECOND, FIRST, ORIGINAL);
        assertThat(lineage.before(nvr("other-1-1"))).isEmpty();
    }

    private SortedMap<Nvr, Nvr> replaced(Map<Nvr, Boolean> published, boolean earlier) {
        return ReplacedImages.of(List.of(SHIPPED), chain, published, List.of(), earlier)
                .byOriginal();
    }

    private static Nvr nvr(String text) {
        return new Nvr(text);
    }
}
