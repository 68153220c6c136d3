package io.freshmaker.platform.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.platform.cluster.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShareTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d", "numbering");

    @Test
    void half_of_the_difference_is_left_to_the_one_with_the_least() {
        assertThat(share(Map.of("poor", Set.of("x"), "middle", Set.of("x", "y", "z")))
                        .tooMuch(List.of(member("middle", ALL), member("poor", ALL))))
                .containsExactly("a", "b");
    }

    @Test
    void one_more_than_the_other_is_fair() {
        assertThat(share(Map.of("other", Set.of("w", "x", "y", "z"))).tooMuch(List.of(member("other", ALL))))
                .isEmpty();
    }

    @Test
    void who_has_nothing_yet_is_not_overlooked() {
        assertThat(share(Map.of()).tooMuch(List.of(member("new", ALL)))).hasSize(2);
    }

    @Test
    void only_what_the_other_knows_is_left_to_it() {
        assertThat(share(Map.of()).tooMuch(List.of(member("other room", List.of("events", "numbering")))))
                .containsExactly("numbering");
    }

    @Test
    void who_is_alone_keeps_all() {
        assertThat(share(Map.of()).tooMuch(List.of())).isEmpty();
    }

    /** Of one that holds all, and others. */
    private static Share share(Map<String, Set<String>> others) {
        Map<String, Set<String>> claims = new HashMap<>(others);
        claims.put("self", Set.copyOf(ALL));
        return new Share("self", claims);
    }

    private static Member member(String id, List<String> processors) {
        return new Member(id, "cluster", processors);
    }
}
