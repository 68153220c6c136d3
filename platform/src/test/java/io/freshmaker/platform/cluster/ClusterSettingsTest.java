package io.freshmaker.platform.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClusterSettingsTest {

    private static final String SECRET = "0123456789abcdef";

    @Test
    void a_process_that_is_alone_needs_no_secret() {
        assertThat(settings(Role.NONE, null, 7830, 20).role()).isEqualTo(Role.NONE);
    }

    @Test
    void any_other_needs_one_of_sixteen_characters_which_no_log_shows() {
        assertThatThrownBy(() -> settings(Role.SENDER, null, 7830, 20))
                .hasMessage("freshmaker.cluster.secret: expected at least 16 characters, the same for every process, "
                        + "found nothing");
        assertThatThrownBy(() -> settings(Role.HANDLER, "  short           ", 7830, 20))
                .hasMessageEndingWith("found 5 characters");
        assertThat(settings(Role.HANDLER, SECRET, 7830, 20)).asString().doesNotContain(SECRET);
    }

    @Test
    void a_port_that_leaves_no_room_for_its_range_is_refused() {
        assertThatThrownBy(() -> settings(Role.HANDLER, SECRET, 65_500, 20))
                .hasMessage("freshmaker.cluster.port: expected a number from 1 to 65494, found 65500");
        assertThatThrownBy(() -> settings(Role.HANDLER, SECRET, 7830, -1))
                .hasMessageStartingWith("freshmaker.cluster.port-range: ");
        assertThatThrownBy(() -> new ClusterSettings(Role.HANDLER, SECRET, " ", 7830, 20))
                .hasMessageStartingWith("freshmaker.cluster.bind-address: ");
    }

    @Test
    void what_follows_from_the_secret_is_the_same_everywhere_and_different_for_another_one() {
        ClusterSecret one = ClusterSecret.of(SECRET);

        assertThat(ClusterSecret.of(SECRET + "\n")).isEqualTo(one);
        ClusterSecret other = ClusterSecret.of(SECRET + "!");
        assertThat(other.cluster()).isNotEqualTo(one.cluster());
        assertThat(other.key()).isNotEqualTo(one.key());
        assertThat(other.password()).isNotEqualTo(one.password());
        assertThat(one).asString().doesNotContain(SECRET, one.password());
    }

    private static ClusterSettings settings(Role role, @Nullable String secret, int port, int range) {
        return new ClusterSettings(role, secret, "127.0.0.1", port, range);
    }
}
