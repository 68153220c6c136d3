package io.freshmaker.command.adapter.koji;

import static io.freshmaker.command.outside.StubServer.cutShort;
import static io.freshmaker.command.outside.StubServer.hangUp;
import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KojiHubTest {

    private static final Map<String, Object> SESSION =
            Map.of("session-id", 7, "session-key", "secret", "header-auth", true);

    private final StubServer server = new StubServer();
    private final KojiHub hub = Kojis.hub(server.url("/kojihub"), Login.byCertificate());

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_question_is_asked_without_a_session_and_again_when_it_is_not_answered() {
        server.then(status(502, "text/html", "<p>Bad gateway</p>"), hangUp());
        assertThatThrownBy(() -> hub.ask("getBuild", 1)).isInstanceOf(Unavailable.class);

        server.then(status(500, "text/html", "<p>oops</p>"), Answers.value(Map.of("id", 1)));
        assertThat(hub.ask("getBuild", 1).field("id").number()).isEqualTo(1);
        assertThat(server.requests())
                .hasSize(4)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("koji-session-id"));
    }

    @Test
    void an_order_is_given_once_in_a_session_that_counts() {
        server.then(Answers.value(SESSION), Answers.value(1), hangUp(), Answers.value(2));

        assertThat(hub.tell("buildContainer").number()).isEqualTo(1);
        assertThatThrownBy(() -> hub.tell("buildContainer")).isInstanceOf(Unavailable.class);
        assertThat(hub.tell("buildContainer").number()).isEqualTo(2);

        assertThat(server.requests()).extracting(Half::start).startsWith("POST /kojihub/ssllogin HTTP/1.1");
        assertThat(server.requests().subList(1, 4))
                .extracting(request -> request.headers().get("koji-session-callnum"))
                .containsExactly("0", "1", "2");
    }

    @Test
    void orders_of_many_threads_go_one_after_the_other_in_one_session() throws Exception {
        try (FakeKojiHub strict = new FakeKojiHub();
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            KojiHub many = Kojis.hub(strict);
            Callable<Long> order = () ->
                    many.tell("buildContainer", "source", "target", Map.of()).number();

            for (var task : threads.invokeAll(Collections.nCopies(100, order)))
                assertThat(task.get()).isPositive();
            assertThat(strict.taskIds()).hasSize(100);
            assertThat(strict.methods()).filteredOn("sslLogin"::equals).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1007, session \"7\" has expired",
        "1008, 50 > 0 (session 7)",
        "1002, Invalid session or bad credentials"
    })
    void a_session_that_is_gone_is_replaced_once(int code, String text) {
        server.then(Answers.value(SESSION), Answers.fault(code, text), Answers.value(SESSION), Answers.value(5));
        assertThat(hub.tell("buildContainer").number()).isEqualTo(5);
        assertThat(server.requests()).hasSize(4);
        assertThat(server.requests().getLast().headers()).containsEntry("koji-session-callnum", "0");

        server.then(Answers.fault(code, text), Answers.value(SESSION), Answers.fault(code, text));
        assertThatThrownBy(() -> hub.tell("buildContainer"))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Koji says: %s (buildContainer, fault %d)".formatted(text, code));
        assertThat(server.requests()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1001, 1002, 1006, 1007, 1008, 1009, 1014, 1023})
    void a_no_that_may_pass_is_asked_for_again_later(int code) {
        server.otherwise(Answers.fault(code, "Server disabled for maintenance"));

        assertThatThrownBy(() -> hub.ask("getBuild", 1))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("Server disabled for maintenance");
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1003, 1004, 1005, 1010, 1013, 1016, 1019, 1020, 1021})
    void any_other_no_is_final_and_has_kojis_text(int code) {
        server.otherwise(Answers.fault(code, "no such target: f99"));

        assertThatThrownBy(() -> hub.ask("getBuildTarget", "f99"))
                .isInstanceOf(Refused.class)
                .hasMessage("Koji says: no such target: f99 (getBuildTarget, fault %d)".formatted(code));
    }

    @Test
    void a_login_that_is_not_taken_changes_nothing_and_is_tried_again_later() {
        server.then(status(401, "text/html", "<p>Unauthorized</p>"));
        assertThatThrownBy(() -> hub.tell("buildContainer"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Koji does not let us in");

        server.then(Answers.fault(1002, "logins by freshmaker are not allowed"));
        assertThatThrownBy(() -> hub.tell("buildContainer")).isInstanceOf(Unavailable.class);

        server.then(Answers.value(SESSION), Answers.value(1));
        assertThat(hub.tell("buildContainer").number()).isEqualTo(1);
        assertThat(server.requests())
                .extracting(Half::start)
                .filteredOn(start -> start.contains("ssllogin"))
                .hasSize(3);
    }

    @Test
    void a_hub_that_takes_no_sessions_in_headers_is_too_old() {
        server.then(Answers.value(Map.of("session-id", 7, "session-key", "secret")));

        assertThatThrownBy(() -> hub.tell("buildContainer"))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("Koji is too old")
                .hasMessageNotContaining("secret");
    }

    @Test
    void an_answer_that_is_cut_short_or_none_at_all_is_unavailable() {
        server.then(cutShort("<?xml version='1.0'?><methodResponse>"), cutShort("x"));
        assertThatThrownBy(() -> hub.ask("getBuild", 1)).isInstanceOf(Unavailable.class);

        server.otherwise(status(200, "text/html", "<html><p>It works!</html>"));
        assertThatThrownBy(() -> hub.ask("getBuild", 1))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("Koji answered something strange (getBuild): ");

        server.otherwise(status(404, "text/html", "nothing here"));
        assertThatThrownBy(() -> hub.ask("getBuild", 1))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Koji answered 404 (getBuild)");
    }

    @Test
    void many_questions_are_asked_together_and_one_no_among_them_hides_no_answer() {
        server.then(Answers.value(List.of(List.of(1), Answers.faultMap(1000, "no"), List.of(Nil.NIL))));

        List<Reply> replies = hub.askAll(List.of(Call.of("a"), Call.of("b"), Call.of("c")));
        String call = "multiCall of a, b, c";

        assertThat(replies)
                .containsExactly(
                        new Reply.Said(new Value(1L, call)),
                        new Reply.Denied(new Fault(1000, "no")),
                        new Reply.Said(Value.NOTHING.to(call)));
        assertThat(hub.askAll(List.of())).isEmpty();
    }

    @Test
    void fewer_answers_than_questions_are_none() {
        server.otherwise(Answers.value(List.of(List.of(1))));

        assertThatThrownBy(() -> hub.askAll(List.of(Call.of("a"), Call.of("b"))))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Koji answered something strange (multiCall of a, b): 1 answers to 2 calls");
    }

    @Test
    void without_an_address_everything_is_refused_with_the_name_of_the_setting() {
        KojiHub nowhere = new KojiHub(new HubLine(Systems.http("koji"), null), Login.NONE);

        assertThatThrownBy(() -> nowhere.ask("getBuild", 1))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.koji.hub-url");
    }
}
