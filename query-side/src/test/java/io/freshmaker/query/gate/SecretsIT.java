package io.freshmaker.query.gate;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.freshmaker.query.role.Needs;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Heard;
import io.freshmaker.query.testing.RunningWithLogins;
import io.freshmaker.query.testing.RunningWithLogins.World;
import io.freshmaker.query.testing.Secure;
import io.freshmaker.query.testing.TestLdap;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What answers, logs and tables must not hold, and what every answer must. */
@RunningWithLogins
class SecretsIT {

    private static final String CANCEL = "{\"action\":\"cancel\"}";

    @Autowired
    Api api;

    @Autowired
    JdbcClient sql;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    private Secure somebody;

    @BeforeEach
    void ask() {
        somebody = new Secure(api.port(), World.AUTHORITY, null);
    }

    @Test
    void no_token_and_no_secret_is_in_an_answer_a_log_or_a_fact() {
        String good = World.ISSUER.token("root");
        String bad = World.ISSUER.forged(World.ISSUER.claims("root"));
        List<String> secrets = List.of(good, bad, World.PROXY_SECRET, TestLdap.PASSWORD);
        List<HttpResponse<String>> answers = new ArrayList<>();
        try (Heard heard = Heard.everything();
                Louder _ = new Louder("io.freshmaker", "org.springframework.security")) {
            for (String token : List.of(good, bad)) {
                String[] login = {"Authorization", "Bearer " + token};
                answers.add(somebody.write("PATCH", "/api/1/events/0", CANCEL, login));
                answers.add(somebody.write("POST", "/api/3/projections/none/replay", "", login));
                answers.add(somebody.get("/api/3/actors?name=root", login));
                answers.add(somebody.get("/api/1/events/?order_by=x", login));
            }
            for (String user : List.of("root", "john_smith", "", "root@EXAMPLE.ORG")) {
                answers.add(somebody.write(
                        "PATCH",
                        "/api/3/events/0",
                        CANCEL,
                        "X-Remote-User",
                        user + "@EXAMPLE.ORG",
                        "X-Proxy-Secret",
                        World.PROXY_SECRET));
            }
            assertThat(heard.lines())
                    .isNotEmpty()
                    .noneMatch(line -> secrets.stream().anyMatch(line::contains));
        }
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isLessThan(500))
                .noneMatch(answer -> secrets.stream()
                        .anyMatch((answer.body() + answer.headers().map())::contains));
        assertThat(sql.sql("select count(*) from domain_event where encode(payload || meta_data, 'escape') like"
                                + " '%root%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nothing_of_the_actuator_shows_a_setting_or_changes_something() {
        for (String path : List.of(
                "env",
                "configprops",
                "heapdump",
                "threaddump",
                "loggers",
                "beans",
                "mappings",
                "shutdown",
                "env/freshmaker.trusted-proxy.secret",
                "flyway",
                "scheduledtasks",
                "caches")) {
            assertThat(somebody.get("/actuator/" + path).statusCode()).as(path).isEqualTo(404);
            assertThat(somebody.write("POST", "/actuator/" + path, "{}").statusCode())
                    .as(path)
                    .isBetween(404, 405);
        }
        for (String path : List.of("", "/health", "/info")) {
            HttpResponse<String> answer = somebody.get("/actuator" + path);
            assertThat(answer.statusCode()).isIn(200, 503);
            assertThat(answer.body()).doesNotContain(World.PROXY_SECRET, TestLdap.PASSWORD, "jdbc:", "/tmp");
        }
    }

    @Test
    void every_answer_tells_browsers_to_be_careful() {
        for (String path : List.of("/", "/api/1/events/", "/api/3/nothing", "/actuator/info")) {
            var headers = somebody.get(path).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
                    .doesNotContain("unsafe", "*");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Strict-Transport-Security").orElse(""))
                    .startsWith("max-age=31536000");
            assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        }
        HttpResponse<String> strange = somebody.get("//");
        assertThat(strange.statusCode()).isEqualTo(400);
        assertThat(strange.body()).contains("The request is not well-formed.");
        var rejected = strange.headers();
        assertThat(rejected.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(rejected.firstValue("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'");
    }

    @Test
    void every_write_says_who_may() {
        Set<RequestMethod> reads = Set.of(RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS);
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, method) -> {
            boolean api = mapping.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/"));
            boolean read = reads.containsAll(mapping.getMethodsCondition().getMethods())
                    && !mapping.getMethodsCondition().getMethods().isEmpty();
            if (api && !read)
                assertThat(method.hasMethodAnnotation(Needs.class))
                        .as("%s", mapping)
                        .isTrue();
        });
    }

    /** Those loggers say everything, until it is closed. */
    private static final class Louder implements AutoCloseable {

        private final List<Logger> loggers;

        Louder(String... names) {
            loggers = Arrays.stream(names)
                    .map(name -> (Logger) LoggerFactory.getLogger(name))
                    .toList();
            loggers.forEach(logger -> logger.setLevel(Level.DEBUG));
        }

        @Override
        public void close() {
            loggers.forEach(logger -> logger.setLevel(null));
        }
    }
}
