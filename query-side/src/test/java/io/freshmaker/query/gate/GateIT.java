package io.freshmaker.query.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.value.Actor;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningWithLogins;
import io.freshmaker.query.testing.RunningWithLogins.World;
import io.freshmaker.query.testing.Secure;
import io.freshmaker.query.testing.Story;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what, over TLS, with tokens, behind a proxy and with certificates. The command side is played by the test. */
@RunningWithLogins
class GateIT {

    private static final String CANCEL = "{\"action\":\"cancel\"}";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    CommandBus bus;

    private final List<Actor> actors = new ArrayList<>();
    private final Story story = Story.registered();
    private Registration handler = () -> true;
    private Secure somebody;

    @BeforeEach
    void the_command_side_is_there() {
        somebody = new Secure(api.port(), World.AUTHORITY, null);
        publish(story.told());
        handler = bus.subscribe(CancelEvent.class.getName(), command -> {
            CancelEvent cancel = (CancelEvent) command.getPayload();
            actors.add(cancel.actor());
            List<Story.Told> known = story.told();
            facts.publish(story.canceledBy(cancel.actor()).told().subList(known.size(), known.size() + 1));
            return "canceled";
        });
    }

    @AfterEach
    void the_command_side_goes() {
        handler.cancel();
    }

    @Test
    void an_admin_cancels_by_token_and_his_name_is_shown_until_it_is_forgotten() {
        String[] root = token("root");

        HttpResponse<String> canceled = somebody.write("PATCH", event(1), CANCEL, root);

        assertThat(canceled.statusCode()).as(canceled.body()).isEqualTo(200);
        String text = "Event id %d requested for canceling by user %s";
        assertThat(reason(canceled.body())).isEqualTo(text.formatted(story.number(), "root"));
        String id = actors.getFirst().value();
        assertThat(id).matches("actor-[0-9a-f-]{36}");
        JsonNode known =
                JSON.readTree(somebody.get("/api/3/actors?name=root", root).body());
        assertThat(known.path("items").path(0).path("id").asString()).isEqualTo(id);
        String history = somebody.get("/api/3/events/%d/history".formatted(story.number()))
                .body();
        assertThat(history).contains(id).doesNotContain("root");

        assertThat(somebody.write("DELETE", "/api/3/actors/" + id, "", root).statusCode())
                .isEqualTo(204);

        assertThat(reason(somebody.get(event(2)).body())).isEqualTo(text.formatted(story.number(), "None"));
        assertThat(somebody.write("DELETE", "/api/3/actors/" + id, "", root).statusCode())
                .isEqualTo(404);
    }

    @Test
    void an_admin_by_group_and_by_certificate_may_too() {
        assertThat(somebody.write("PATCH", event(3), CANCEL, proxied("anna")).statusCode())
                .isEqualTo(200);

        HttpResponse<String> replay = certified("root").write("POST", "/api/3/projections/no-such-thing/replay", "");
        assertThat(replay.statusCode()).isEqualTo(404);
    }

    @Test
    void a_rebuilder_cannot_cancel_what_somebody_else_asked_for() {
        for (HttpResponse<String> answer : List.of(
                somebody.write("PATCH", event(1), CANCEL, proxied("rita")),
                certified("jane").write("PATCH", event(2), CANCEL),
                somebody.write(
                        "PATCH",
                        event(1),
                        CANCEL,
                        "Authorization",
                        "Bearer "
                                + World.ISSUER.signed(
                                        World.ISSUER.claims("jo").claim("groups", List.of("rebuilders")))))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(JSON.readTree(answer.body()).path("message").asString())
                    .isEqualTo("You must be an admin to cancel someone else's event.");
        }
        assertThat(somebody.write("POST", "/api/3/projections/events/replay", "", proxied("rita"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(somebody.get("/api/3/actors", proxied("rita")).statusCode()).isEqualTo(403);
        assertThat(actors).isEmpty();
    }

    @Test
    void who_has_no_role_is_told_so_in_the_words_of_the_api() {
        String text = "User john_smith does not have any of the following roles: admin, manual_rebuilder";

        HttpResponse<String> original = somebody.write("PATCH", event(1), CANCEL, proxied("john_smith"));
        HttpResponse<String> ours = somebody.write("PATCH", event(3), CANCEL, token("john_smith"));

        assertThat(original.statusCode()).isEqualTo(403);
        assertThat(original.body()).isEqualTo("{\"status\":403,\"error\":\"Forbidden\",\"message\":\"" + text + "\"}");
        assertThat(ours.statusCode()).isEqualTo(403);
        assertThat(ours.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JSON.readTree(ours.body()).path("detail").asString()).isEqualTo(text);
        assertThat(actors).isEmpty();
    }

    @Test
    void who_has_not_logged_in_is_asked_to() {
        HttpResponse<String> nobody = somebody.write("PATCH", event(1), CANCEL);
        HttpResponse<String> spoofed = somebody.write("PATCH", event(3), CANCEL, "X-Remote-User", "root@EXAMPLE.ORG");
        HttpResponse<String> unknown = somebody.write("PUT", "/api/3/nothing", "{}");
        HttpResponse<String> read = somebody.get("/api/3/actors");
        HttpResponse<String> garbage = somebody.get("/api/1/events/", "Authorization", "Bearer x");

        for (HttpResponse<String> answer : List.of(nobody, spoofed, unknown, read, garbage)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer realm=\"freshmaker\"");
        }
        assertThat(JSON.readTree(nobody.body()).path("message").asString())
                .isEqualTo("A login is needed here: freshmaker.auth is 'oidc,proxy,certificate'.");
        assertThat(somebody.get("/api/1/events/").statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(somebody.get("/api/1/about/").body())
                        .path("auth_backend")
                        .asString())
                .isEqualTo("openidc_or_kerberos_or_ssl");
    }

    @Test
    void another_site_cannot_write_in_the_name_of_who_looks_at_it() {
        String[] anna = proxied("anna");
        assertThat(somebody.send(somebody.request(event(1), anna)
                                .header("Content-Type", "text/plain")
                                .method("PATCH", BodyPublishers.ofString(CANCEL)))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> fetched = certified("root")
                .write("PATCH", event(1), CANCEL, "Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example");
        assertThat(fetched.statusCode()).isEqualTo(403);
        HttpResponse<String> preflight = somebody.send(somebody.request(event(1), "Origin", "https://evil.example")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
        assertThat(actors).isEmpty();
    }

    @Test
    void a_certificate_of_another_authority_does_not_even_connect_as_somebody() {
        TestAuthority other = TestAuthority.create();
        Secure evil = new Secure(api.port(), World.AUTHORITY, other.client("root"));

        int status;
        try {
            status = evil.write("PATCH", event(1), CANCEL).statusCode();
        } catch (UncheckedIOException e) {
            status = 401; // the server ends the connection
        }
        assertThat(status).isEqualTo(401);
        assertThat(actors).isEmpty();
    }

    private Secure certified(String name) {
        return new Secure(api.port(), World.AUTHORITY, World.AUTHORITY.client(name));
    }

    private static String[] token(String person) {
        return new String[] {"Authorization", "Bearer " + World.ISSUER.token(person)};
    }

    private static String[] proxied(String person) {
        return new String[] {"X-Remote-User", person + "@EXAMPLE.ORG", "X-Proxy-Secret", World.PROXY_SECRET};
    }

    private String event(int version) {
        return "/api/%d/events/%d".formatted(version, story.number());
    }

    private static String reason(String event) {
        return JSON.readTree(event).path("state_reason").asString();
    }

    /** Waits until it is projected, over TLS, which {@link Api} does not speak. */
    private void publish(List<Story.Told> told) {
        String fact = facts.publish(told).getLast();
        await().until(() -> somebody.get("/api/1/event-types/0?seen=" + fact)
                .headers()
                .firstValue("Freshmaker-Seen")
                .filter("true"::equals)
                .isPresent());
    }
}
