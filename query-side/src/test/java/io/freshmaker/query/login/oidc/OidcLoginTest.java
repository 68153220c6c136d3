package io.freshmaker.query.login.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.freshmaker.query.ldap.TestGroups;
import io.freshmaker.query.login.LoginRefused;
import io.freshmaker.query.login.Person;
import io.freshmaker.query.login.TestAuth;
import io.freshmaker.query.testing.Issuer;
import io.freshmaker.query.web.ApiError;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mock.web.MockHttpServletRequest;

/** Tokens that an attacker may try, and those that are good. */
class OidcLoginTest {

    private static final Issuer ISSUER = Issuer.start();
    private static final OidcLogin LOGIN = login(Map.of());

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void a_good_token_says_who_it_is_and_his_groups() {
        Person person = personOf(ISSUER.signed(
                ISSUER.claims("jane").claim("groups", List.of("rebuilders", 7)).claim("scope", "openid submit-build")));

        assertThat(person.name()).isEqualTo("jane");
        assertThat(person.groups().get()).containsExactly("rebuilders");
        assertThat(person.scopes()).contains("submit-build");
        assertThat(personOf(ISSUER.ofType("at+jwt", ISSUER.claims("joe"))).name())
                .isEqualTo("joe");
    }

    @Test
    void who_shows_no_token_is_nobody() {
        assertThat(LOGIN.of(new MockHttpServletRequest())).isEmpty();
        assertThat(LOGIN.of(with("Basic amFuZTpzZWNyZXQ="))).isEmpty();
        MockHttpServletRequest inTheAddress = new MockHttpServletRequest("GET", "/api/1/events/");
        inTheAddress.setParameter("access_token", ISSUER.token("jane"));
        assertThat(LOGIN.of(inTheAddress)).isEmpty();
    }

    @Test
    void a_token_that_is_signed_by_nobody_we_know_is_refused() {
        assertRefused(ISSUER.unsigned(ISSUER.claims("jane")));
        assertRefused(ISSUER.confused(ISSUER.claims("jane")));
        assertRefused(ISSUER.forged(ISSUER.claims("jane")));
        assertRefused(ISSUER.withItsOwnKey(ISSUER.claims("jane")));
        for (int i = 0; i < 5; i++) assertRefused(ISSUER.withItsOwnKey(ISSUER.claims("jane"))); // the issuer is spared
        String good = ISSUER.token("jane");
        assertRefused(good.substring(0, good.lastIndexOf('.') + 1));
        assertRefused(good.substring(0, good.length() - 8) + "AAAAAAAA");
    }

    @Test
    void a_token_that_is_not_for_us_or_not_for_now_is_refused() {
        Date past = Date.from(Instant.now().minus(Duration.ofMinutes(2)));
        Date future = Date.from(Instant.now().plus(Duration.ofMinutes(2)));
        assertRefused(ISSUER.signed(ISSUER.claims("jane").audience("another-service")));
        assertRefused(ISSUER.signed(ISSUER.claims("jane").audience((String) null)));
        assertRefused(ISSUER.signed(ISSUER.claims("jane").issuer("https://evil.example.com")));
        assertRefused(ISSUER.signed(ISSUER.claims("jane").issuer(ISSUER.url() + "/")));
        assertRefused(ISSUER.signed(ISSUER.claims("jane").expirationTime(past)));
        assertRefused(ISSUER.signed(ISSUER.claims("jane").expirationTime(null)));
        assertRefused(ISSUER.signed(ISSUER.claims("jane").notBeforeTime(future)));
        assertRefused(ISSUER.ofType("logout+jwt", ISSUER.claims("jane")));
    }

    @Test
    void a_token_without_a_usable_name_is_refused() {
        assertRefused(ISSUER.signed(ISSUER.claims("jane").subject(null)));
        assertRefused(ISSUER.signed(ISSUER.claims(" ")));
        assertRefused(ISSUER.signed(ISSUER.claims("jane\nroot")));
        assertRefused(ISSUER.signed(ISSUER.claims("ja\u202ene")));
        assertRefused(ISSUER.signed(ISSUER.claims("x".repeat(201))));
        OidcLogin byMail = login(Map.of("user-claim", "mail"));
        JWTClaimsSet.Builder list = ISSUER.claims("jane").claim("mail", List.of("jane", "root"));
        assertThatThrownBy(() -> byMail.of(with("Bearer " + ISSUER.signed(list))))
                .isInstanceOf(LoginRefused.class);
    }

    @Test
    void what_is_no_token_at_all_is_refused() {
        for (String garbage : List.of("", "x", "a.b.c", "....", "e30.e30.", "a b", "%00", "x".repeat(8_000))) {
            assertRefused(garbage);
        }
    }

    @Test
    void the_scopes_that_are_required_are_needed_for_a_login() {
        OidcLogin strict = login(Map.of("required-scopes", "openid,groups", "base-namespace", "https://x/"));
        String without = ISSUER.signed(ISSUER.claims("jane").claim("scope", "openid"));
        String all = ISSUER.signed(ISSUER.claims("jane").claim("scope", List.of("openid", "groups", "https://x/go")));

        assertThatThrownBy(() -> strict.of(with("Bearer " + without)))
                .isInstanceOf(LoginRefused.class)
                .hasMessage("Required OIDC scope groups not present.");
        assertThat(strict.of(with("Bearer " + all)).orElseThrow().scopes()).isEqualTo(Set.of("go"));
    }

    @Test
    void an_issuer_that_is_away_is_no_reason_to_let_anybody_in_or_to_call_him_a_liar() {
        OidcLogin lonely = login(Map.of("jwk-set-uri", "http://127.0.0.1:1/keys"));
        OidcLogin lost = login(Map.of("issuer", "http://127.0.0.1:1"));
        String token = ISSUER.token("jane");

        assertThatThrownBy(() -> lonely.of(with("Bearer " + token))).isInstanceOf(ApiError.class);
        assertThatThrownBy(() -> lost.of(with("Bearer " + token)))
                .isInstanceOf(ApiError.class)
                .hasMessage("The issuer of tokens does not answer; try again soon.");
    }

    @Test
    void a_wrong_setting_stops_the_start() {
        assertThatThrownBy(() -> login(Map.of("issuer", "http://login.example.com")))
                .hasMessage("freshmaker.oidc.issuer: expected an https address, found http://login.example.com");
        assertThatThrownBy(() -> login(Map.of("audience", "")))
                .hasMessage("freshmaker.oidc.audience: expected what 'aud' of a token for us has, found nothing");
        assertThatThrownBy(() -> login(Map.of("skew", "1h"))).hasMessageContaining("freshmaker.oidc.skew");
    }

    private static Person personOf(String token) {
        return LOGIN.of(with("Bearer " + token)).orElseThrow();
    }

    private static void assertRefused(String token) {
        assertThatThrownBy(() -> LOGIN.of(with("Bearer " + token)))
                .as(token)
                .isInstanceOf(LoginRefused.class)
                .message()
                .doesNotContain(token.isEmpty() ? "\0" : token);
    }

    private static MockHttpServletRequest with(String authorization) {
        MockHttpServletRequest request = new MockHttpServletRequest("PATCH", "/api/1/events/1");
        request.addHeader("Authorization", authorization);
        return request;
    }

    private static OidcLogin login(Map<String, String> more) {
        MapConfigurationPropertySource given = new MapConfigurationPropertySource();
        given.put("freshmaker.oidc.issuer", ISSUER.url());
        given.put("freshmaker.oidc.audience", Issuer.AUDIENCE);
        more.forEach((name, value) -> given.put("freshmaker.oidc." + name, value));
        OidcSettings settings = new Binder(given).bindOrCreate(OidcSettings.PREFIX, OidcSettings.class);
        return new OidcLogin(TestAuth.of("oidc"), settings, TestGroups.none());
    }
}
