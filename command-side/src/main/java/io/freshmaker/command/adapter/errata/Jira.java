package io.freshmaker.command.adapter.errata;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.command.outside.Answer;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.JsonAnswers;
import io.freshmaker.command.outside.Remembered;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST API of Jira: how issues are to be handled. An answer holds for an hour. */
final class Jira {

    static final String SYSTEM = "jira";

    private static final Logger log = LoggerFactory.getLogger(Jira.class);

    private static final String VULNERABILITY = "Vulnerability";
    private static final String SPECIAL_HANDLING = "customfield_10670";
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);
    private static final Duration AGE = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Http http;
    private final JiraSettings settings;
    private final Remembered<String, Set<String>> handling;

    Jira(Http http, JiraSettings settings, Clock clock) {
        this.http = http;
        this.settings = settings;
        this.handling = new Remembered<>(AGE, MOST, clock);
    }

    /** Whether there is one to ask. */
    boolean isKnown() {
        return settings.serverUrl() != null;
    }

    /** What the field of that name says of a vulnerability; nothing for other issues, and for those that Jira does not show us. */
    Set<String> specialHandling(String issue) {
        return handling.orAsk(issue, () -> ask(issue));
    }

    private Set<String> ask(String issue) {
        return http.ask("issue " + issue, request(issue), answer -> read(issue, answer));
    }

    private HttpRequest.Builder request(String issue) {
        String server = String.valueOf(settings.serverUrl()).replaceAll("/+$", "");
        URI url = URI.create("%s/rest/api/3/issue/%s?fields=issuetype,%s".formatted(server, issue, SPECIAL_HANDLING));
        HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept", "application/json");
        if (settings.token() == null) return request;
        byte[] login = (settings.email() + ":" + settings.token()).getBytes(UTF_8);
        return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }

    private static Set<String> read(String issue, Answer answer) {
        if (answer.status() / 100 == 4) {
            if (NOT_LET_IN.contains(answer.status())) {
                log.warn(
                        "jira answered {} (issue {}): it counts as one without special handling",
                        answer.status(),
                        issue);
            }
            return Set.of();
        }
        if (answer.status() != 200)
            throw new Unavailable("jira answered %d (issue %s)".formatted(answer.status(), issue));
        JsonNode fields = JsonAnswers.object(SYSTEM, "issue " + issue, answer).path("fields");
        JsonNode type = fields.path("issuetype").path("name");
        if (!type.isTextual()) throw strange(issue, "an issue without a type");
        return type.textValue().equals(VULNERABILITY) ? handling(issue, fields.path(SPECIAL_HANDLING)) : Set.of();
    }

    private static Set<String> handling(String issue, JsonNode field) {
        if (field.isMissingNode() || field.isNull()) return Set.of();
        if (!field.isArray()) throw strange(issue, SPECIAL_HANDLING + " that is no list");
        Set<String> handling = new TreeSet<>();
        field.forEach(one -> handling.add(one.isObject() ? one.path("value").asText() : one.asText()));
        return handling;
    }

    private static Unavailable strange(String issue, String what) {
        return new Unavailable("jira answered something strange (issue %s): %s".formatted(issue, what));
    }
}
