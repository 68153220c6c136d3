package io.freshmaker.command.adapter.errata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JiraTest {

    private static final String ISSUE = """
        {"key": "TEA-1", "fields": {"issuetype": {"name": "%s"}, "customfield_10670": %s}}\
        """;

    private Instant now = Instant.parse("2026-11-26T10:00:00Z");
    private final StubServer server = new StubServer();
    private final Jira jira =
            Erratas.jira(server.url("/"), Systems.PATIENT, ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void the_special_handling_of_a_vulnerability_is_told() {
        server.then(issue("Vulnerability", "[{\"id\": \"1\", \"value\": \"Major Incident\"}, \"contract-priority\"]"));

        assertThat(jira.specialHandling("TEA-1")).containsExactlyInAnyOrder("Major Incident", "contract-priority");
        var request = server.requests().getFirst();
        assertThat(request.start())
                .isEqualTo("GET /rest/api/3/issue/TEA-1?fields=issuetype,customfield_10670 HTTP/1.1");
        byte[] login = ("ada@example.com:" + Erratas.TOKEN).getBytes(StandardCharsets.UTF_8);
        assertThat(request.headers())
                .containsEntry("authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }

    @Test
    void other_issues_have_none() {
        server.then(issue("Bug", "[{\"value\": \"Major Incident\"}]"), issue("Vulnerability", "null"));

        assertThat(jira.specialHandling("TEA-1")).isEmpty();
        assertThat(jira.specialHandling("TEA-2")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void an_issue_that_jira_does_not_show_us_has_none(int status) {
        server.then(StubServer.status(status, "application/json", "{\"errorMessages\": [\"no\"]}"));

        assertThat(jira.specialHandling("TEA-1")).isEmpty();
    }

    @Test
    void an_answer_holds_for_an_hour() {
        server.then(issue("Vulnerability", "[{\"value\": \"Major Incident\"}]"), issue("Vulnerability", "[]"));

        assertThat(jira.specialHandling("TEA-1")).isNotEmpty();
        now = now.plus(Duration.ofMinutes(59));
        assertThat(jira.specialHandling("TEA-1")).isNotEmpty();
        now = now.plus(Duration.ofMinutes(1));
        assertThat(jira.specialHandling("TEA-1")).isEmpty();
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void no_answer_is_not_remembered() {
        server.then(StubServer.status(200, "text/html", "<p>"), StubServer.status(200, "text/html", "<p>"))
                .then(issue("Vulnerability", "[{\"value\": \"Major Incident\"}]"));

        assertThatThrownBy(() -> jira.specialHandling("TEA-1")).isInstanceOf(Unavailable.class);
        assertThat(jira.specialHandling("TEA-1")).isNotEmpty();
    }

    @Test
    void its_settings_do_not_show_the_token() {
        Duration second = Duration.ofSeconds(1);

        assertThat(new JiraSettings(server.url("/"), "ada@example.com", Erratas.TOKEN, second, second, 1, 1).toString())
                .doesNotContain(Erratas.TOKEN);
    }

    private static StubServer.Reply issue(String type, String handling) {
        return StubServer.status(200, "application/json", ISSUE.formatted(type, handling));
    }
}
