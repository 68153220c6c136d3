package io.freshmaker.query.web;

import com.nimbusds.jwt.JWTClaimsSet;
import io.freshmaker.query.testing.Issuer;
import io.freshmaker.query.testing.RunningWithLogins.World;
import io.freshmaker.query.testing.TestLdap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;

/** What is tried on us: each list is one place of a request, and one of each is put together at random. */
final class Attacks {

    /** In everything that only we know: found in an answer or a log, it has leaked. */
    static final String MARKER = "MARKER7d1f";

    /** What no log may have: secrets, tokens, failures of ours. */
    static final List<String> UNHEARD =
            List.of(MARKER, World.PROXY_SECRET, TestLdap.PASSWORD, "eyJ", "\tat io.freshmaker.");

    /** What no refusal may have: stack traces, SQL, places on the machine, secrets. */
    static final List<String> LEAKS = List.of(
            MARKER,
            World.PROXY_SECRET,
            TestLdap.PASSWORD,
            "Exception",
            "\tat ",
            "io.freshmaker.",
            "org.springframework",
            "org.postgresql",
            "jdbc:",
            "select * ",
            "event_view",
            "domain_event",
            "/tmp/",
            "/usr/",
            "Apache Tomcat",
            "eyJ");

    static final List<String> METHODS =
            List.of("GET", "GET", "GET", "HEAD", "PATCH", "PATCH", "POST", "POST", "DELETE", "PUT", "OPTIONS", "PROPFIND");

    /** Of the API, of what is beside it, and of what should not be there. */
    static final List<String> PATHS = List.of(
            "/",
            "/api",
            "/api/1/",
            "/api/1/events",
            "/api/1/events/",
            "/api/2/events/",
            "/api/1/events/1",
            "/api/2/events/-1",
            "/api/1/events/1/",
            "/api/3/events/1",
            "/api/3/events/1/graph",
            "/api/3/events/1/history",
            "/api/3/events/1/chain",
            "/api/3/events/99999999999999999999/graph",
            "/api/1/builds/",
            "/api/2/builds/1",
            "/api/1/builds/%00",
            "/api/3/builds/1/log",
            "/api/3/feed",
            "/api/3/projections",
            "/api/3/projections/events/replay",
            "/api/3/projections/x/replay",
            "/api/3/projections/%27%3bdrop%20table%20actor--/replay",
            "/api/3/actors",
            "/api/3/actors/actor-1",
            "/api/3/actors/%25",
            "/api/3/incoming",
            "/api/3/incoming/1",
            "/api/3/parked",
            "/api/3/parked/1",
            "/api/3/parked/retry",
            "/api/3/parked/1/drop",
            "/api/3/dead-letters",
            "/api/3/dead-letters/x",
            "/api/3/dead-letters/x/drop",
            "/api/3/failed-jobs",
            "/api/3/failed-jobs/1/retry",
            "/api/1/event-types/",
            "/api/1/build-types/9",
            "/api/2/build-states/00",
            "/api/1/about/",
            "/monitor/metrics",
            "/api/1/events/;x=1",
            "/api/1/events/1;jsessionid=1",
            "//api/3/projections/events/replay",
            "/api/3/./projections/events/replay",
            "/api/1/../3/projections/events/replay",
            "/API/3/projections/events/replay",
            "/api/3/projections/events/replay/",
            "/api/3/projections/events%2freplay",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%5c..%5cetc",
            "/error",
            "/actuator",
            "/actuator/env",
            "/actuator/configprops",
            "/actuator/heapdump",
            "/actuator/loggers/root",
            "/actuator/shutdown",
            "/actuator/health",
            "/actuator/info/../env",
            "/application.yml",
            "/index.html%00.js",
            "/login",
            "/logout");

    static final List<String> ARGUMENTS = List.of(
            "page",
            "per_page",
            "order_by",
            "state",
            "type",
            "name",
            "message_id",
            "search_key",
            "requester",
            "event_type_id",
            "event_id",
            "dep_on_id",
            "build_id",
            "original_nvr",
            "rebuilt_nvr",
            "event_search_key",
            "show_full_json",
            "seen",
            "after",
            "before",
            "since",
            "until",
            "outcome",
            "topic",
            "event",
            "limit",
            "access_token",
            "_method",
            "class.module.classLoader",
            "%00",
            "");

    static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "-1",
            "77",
            "2147483647",
            "-2147483648",
            "99999999999999999999",
            "True",
            "complete",
            "%ef%bc%a6",
            "id",
            "-id",
            "-",
            "--id",
            "name",
            "a%27%20or%201=1--",
            "1;select%20pg_sleep(9)",
            "$%7bjndi:ldap://127.0.0.1:1/x%7d",
            "%23%7b7*7%7d",
            "%00",
            "%ff%fe",
            "%F0%9F%92%A9",
            "%0d%0aX:y",
            "%3cscript%3e",
            "DELETE",
            "x".repeat(2_000),
            "1.5",
            "NaN",
            "%25",
            "null",
            "skipped",
            "%c4%b0mage");

    static final List<String> BODIES = List.of(
            "",
            "{}",
            "[]",
            "null",
            "0",
            "\"cancel\"",
            "{\"action\":1}",
            "{\"action\":\"x\"}",
            "{\"action\":\"cancel\"}",
            "{\"action\":\"cancel\",\"action\":\"x\"}",
            "{\"action\":[\"cancel\"]}",
            "{\"@class\":\"java.lang.Runtime\"}",
            "action=cancel",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
            "[".repeat(5_000),
            "{",
            "\u0000",
            "\ufeff{}");

    static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Encoding",
            "Accept-Language",
            "Content-Type",
            "Cookie",
            "Forwarded",
            "If-None-Match",
            "Last-Event-ID",
            "Origin",
            "Range",
            "REMOTE_USER",
            "SSL_CLIENT_S_DN",
            "SSL-Client-Verify",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Original-URL",
            "X-Proxy-Secret",
            "X-Remote-User",
            "X-Scheme",
            "X-Script-Name");

    static final List<String> HEADER_VALUES = List.of(
            "",
            "*",
            "*/*;q=x",
            "application/json",
            "application/json;charset=none",
            "text/html",
            "text/plain",
            "a b",
            "/x/../y",
            "ht tp",
            "\"><script>",
            "application/",
            "x/y;z",
            "bytes=0-0,-1",
            "127.0.0.1",
            "for=127.0.0.1",
            "https://evil.example.com",
            "root",
            "root@EXAMPLE.ORG",
            "CN=root",
            "SUCCESS",
            "PATCH",
            "/api/3/projections/events/replay",
            "$" + "{jndi:ldap://127.0.0.1:1/x}",
            World.PROXY_SECRET.substring(1));

    private Attacks() {}

    /** What stands in {@code Authorization}: none of it gives a right. */
    static List<String> logins(Issuer issuer) {
        Date past = Date.from(Instant.now().minus(Duration.ofMinutes(5)));
        String withoutRole = issuer.token("john_smith");
        List<String> tokens = List.of(
                withoutRole,
                issuer.unsigned(root(issuer)),
                issuer.confused(root(issuer)),
                issuer.forged(root(issuer)),
                issuer.withItsOwnKey(root(issuer)),
                issuer.signed(root(issuer).expirationTime(past)),
                issuer.signed(root(issuer).expirationTime(null)),
                issuer.signed(root(issuer).audience("another-service")),
                issuer.signed(root(issuer).issuer("https://evil.example.com")),
                issuer.signed(issuer.claims("root" + MARKER)),
                issuer.signed(issuer.claims("ROOT")),
                issuer.signed(issuer.claims("root ")),
                issuer.signed(issuer.claims("root,admin")),
                issuer.signed(issuer.claims("jane)(uid=*").claim("groups", "cn=admins,dc=example")),
                withoutRole.substring(0, withoutRole.length() - 20),
                withoutRole + "." + withoutRole,
                MARKER,
                "a.b.c",
                "",
                "x".repeat(6_000));
        List<String> others = List.of(
                "Basic " + Base64.getEncoder().encodeToString(("root:" + MARKER).getBytes(StandardCharsets.UTF_8)),
                "Negotiate " + MARKER,
                "Bearer",
                "bearer " + MARKER,
                "\"");
        return Stream.concat(tokens.stream().map(token -> "Bearer " + token), others.stream())
                .toList();
    }

    private static JWTClaimsSet.Builder root(Issuer issuer) {
        return issuer.claims("root").claim("groups", List.of("rebuilders")).claim("secret", MARKER);
    }
}
