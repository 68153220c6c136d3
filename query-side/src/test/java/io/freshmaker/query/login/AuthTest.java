package io.freshmaker.query.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class AuthTest {

    @Test
    void it_is_none_or_unset_or_a_list_of_ways_to_log_in() {
        assertThat(new Auth("none").needsNoLogin()).isTrue();
        assertThat(new Auth("").isUnset()).isTrue();
        Auth both = new Auth("certificate, proxy");
        assertThat(both.needsNoLogin() || both.isUnset()).isFalse();
        assertThat(both.has(Mode.PROXY)).isTrue();
        assertThat(both.has(Mode.OIDC)).isFalse();
    }

    @Test
    void the_original_had_names_for_them() {
        assertThat(new Auth("none").original()).isEqualTo("noauth");
        assertThat(new Auth("oidc").original()).isEqualTo("openidc");
        assertThat(new Auth("certificate,proxy").original()).isEqualTo("kerberos_or_ssl");
    }

    @Test
    void a_way_that_does_not_exist_stops_the_start() {
        for (String wrong : new String[] {"kerberos", "oidc,", "oidc,none", ",", "None"}) {
            assertThatThrownBy(() -> new Auth(wrong))
                    .hasMessage("freshmaker.auth: expected none, or one or several of oidc, proxy, certificate "
                            + "separated by commas, found " + wrong);
        }
    }
}
