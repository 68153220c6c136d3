package io.freshmaker.query.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.query.testing.TestLdap;
import io.freshmaker.query.web.ApiError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LdapGroupsTest {

    private static final String REBUILDERS = "cn=rebuilders,ou=groups,dc=example";
    private static final TestLdap LDAP = TestLdap.plain();

    private final LdapGroups groups = TestGroups.of(LDAP);

    @BeforeAll
    static void people() {
        LDAP.person("jane", REBUILDERS, "cn=all,ou=groups,dc=example");
        LDAP.person("o(dd)*", "cn=odd,ou=groups,dc=example");
    }

    @AfterAll
    static void stop() {
        LDAP.close();
    }

    @Test
    void a_person_is_in_the_groups_that_ldap_says() {
        assertThat(groups.of("jane")).containsExactlyInAnyOrder(REBUILDERS, "cn=all,ou=groups,dc=example");
        assertThat(groups.of("nobody")).isEmpty();
        assertThat(TestGroups.none().of("jane")).isEmpty();
    }

    @Test
    void nothing_in_a_name_becomes_a_part_of_the_question() {
        List<String> attacks = List.of(
                "*",
                "j*",
                "jane)(uid=*",
                "*)(objectClass=*",
                "jane)(|(uid=*))",
                "jane\0",
                "\\6a\\61\\6e\\65",
                "jane,ou=people,dc=example",
                "");
        assertThat(attacks).allSatisfy(name -> assertThat(groups.of(name)).isEmpty());
        assertThat(groups.of("o(dd)*")).containsExactly("cn=odd,ou=groups,dc=example");
    }

    @Test
    void who_is_the_same_for_ldap_only_is_somebody_else() {
        assertThat(groups.of("JANE")).isEmpty();
        assertThat(groups.of("jane ")).isEmpty();
        assertThat(groups.of(" jane")).isEmpty();
    }

    @Test
    void an_answer_is_remembered_and_no_connection_stays_open() {
        TestLdap own = TestLdap.plain();
        own.person("jane", REBUILDERS);
        LdapGroups remembering = TestGroups.of(own);
        assertThat(remembering.of("jane")).containsExactly(REBUILDERS);
        assertThat(remembering.of("joe")).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(own.connections()).isZero());

        own.close();

        assertThat(remembering.of("jane")).containsExactly(REBUILDERS);
        assertThat(remembering.of("joe")).isEmpty();
        assertThatThrownBy(() -> remembering.of("new"))
                .isInstanceOf(ApiError.class)
                .hasMessage("LDAP does not answer, so nobody's groups are known; try again soon.");
    }

    @Test
    void a_server_that_says_nothing_is_waited_for_no_longer_than_is_set() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            LdapGroups waiting = TestGroups.from(TestGroups.settings("ldap://127.0.0.1:" + silent.getLocalPort()));
            assertThatThrownBy(() -> waiting.of("jane")).isInstanceOf(ApiError.class);
        }
    }

    @Test
    void a_wrong_password_of_ours_is_no_group_of_anybody() {
        Map<String, String> settings = new HashMap<>(TestGroups.settings(LDAP.url()));
        settings.put("password", "wrong");
        assertThatThrownBy(() -> TestGroups.from(settings).of("jane")).isInstanceOf(ApiError.class);
    }

    @Test
    void a_wrong_setting_stops_the_start_and_does_not_show_the_password() {
        Map<String, String> far = new HashMap<>(TestGroups.settings("ldap://ldap.example.com:389"));
        assertThatThrownBy(() -> TestGroups.from(far))
                .rootCause()
                .hasMessage("freshmaker.ldap.url: expected ldaps://HOST:PORT, found ldap://ldap.example.com:389");
        Map<String, String> open = new HashMap<>(TestGroups.settings(LDAP.url()));
        open.put("password", "");
        assertThatThrownBy(() -> TestGroups.from(open))
                .rootCause()
                .hasMessage("freshmaker.ldap.password: expected the password of bind-dn, found nothing");
    }
}
