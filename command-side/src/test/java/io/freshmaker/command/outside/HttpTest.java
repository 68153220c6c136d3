package io.freshmaker.command.outside;

import static io.freshmaker.command.outside.StubServer.cutShort;
import static io.freshmaker.command.outside.StubServer.hangUp;
import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.port.Unavailable;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpTest {

    private final StubServer server = new StubServer();
    private final Http http = Systems.http("shelf");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_question_is_asked_again_when_the_system_is_broken_for_a_moment() {
        server.then(status(500, "text/plain", "oops"), status(200, "text/plain", "fine"));

        assertThat(http.ask("a book", request(), Function.identity()).text()).isEqualTo("fine");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_system_that_wants_to_be_left_alone_for_long_is_not_asked_again_here() {
        server.otherwise((request, exchange) -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            status(503, "text/plain", "later").to(request, exchange);
        });

        assertThatThrownBy(() -> http.ask("a book", request(), Function.identity()))
                .isInstanceOf(Unavailable.class)
                .hasMessage("shelf answered 503 (a book): later");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_system_behind_another_that_gave_up_waiting_was_too_slow_and_its_trace_is_told() {
        server.otherwise((request, exchange) -> {
            exchange.getResponseHeaders().set("trace_id", "4711");
            status(504, "text/plain", "gave up").to(request, exchange);
        });

        assertThatThrownBy(() -> http.ask("a book", request(), Function.identity()))
                .isInstanceOf(TooSlow.class)
                .hasMessage("shelf answered 504 (a book): gave up (trace_id 4711)");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void a_redirect_is_named_without_what_may_be_secret_in_it_and_not_followed() {
        server.otherwise((request, exchange) -> {
            exchange.getResponseHeaders().set("Location", "https://me:pass@login.example:8443/?ticket=1");
            status(302, "text/plain", "").to(request, exchange);
        });

        assertThatThrownBy(() -> http.tell("a book", request(), Function.identity()))
                .isInstanceOf(Unavailable.class)
                .hasMessage("shelf answered 302 (a book): it points to https://login.example:8443,"
                        + " but no redirect is followed");
    }

    @Test
    void an_order_is_given_once() {
        server.then(status(503, "text/plain", "busy\nnow"));

        assertThatThrownBy(() -> http.tell("write a book", request(), Function.identity()))
                .isInstanceOf(Unavailable.class)
                .hasMessage("shelf answered 503 (write a book): busy now");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void an_answer_that_is_no_success_is_the_callers_to_read() {
        server.then(status(409, "text/plain", "there already"));

        assertThat(http.tell("write a book", request(), Function.identity()).status())
                .isEqualTo(409);
    }

    @Test
    void an_answer_that_is_cut_short_or_never_comes_is_no_answer() {
        server.otherwise(cutShort("half a bo"));
        assertThatThrownBy(() -> http.tell("a book", request(), Function.identity()))
                .isInstanceOf(Unavailable.class);

        server.otherwise(hangUp());
        assertThatThrownBy(() -> http.tell("a book", request(), Function.identity()))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("shelf did not answer (a book): ");
    }

    @Test
    void an_answer_that_is_too_slow_is_no_answer() {
        server.otherwise((_, _) -> {
            try {
                Thread.sleep(Systems.QUICK.readTimeout().plusMillis(500));
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });

        assertThatThrownBy(() -> http.tell("a book", request(), Function.identity()))
                .isInstanceOf(TooSlow.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void a_huge_answer_is_no_answer() {
        byte[] much = new byte[1 << 20];
        server.otherwise((_, exchange) -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 65; i++) exchange.getResponseBody().write(much);
        });

        assertThatThrownBy(() -> http.tell("a book", request(), Function.identity()))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void a_system_that_fails_all_the_time_is_left_alone() {
        OutsideSystems systems = Systems.some();
        Http often = new Http(systems.system("shelf", Systems.QUICK), Systems.QUICK, null);
        server.otherwise(status(500, "text/plain", "oops"));
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> often.tell("a book", request(), Function.identity()))
                    .isInstanceOf(Unavailable.class);
        }

        assertThatThrownBy(() -> often.tell("a book", request(), Function.identity()))
                .isInstanceOf(Unavailable.class)
                .hasMessage("shelf is left alone for a while, it failed too often (a book)");
        assertThat(server.requests()).hasSize(10);
        assertThat(systems.circuits()).isEqualTo(Map.of("shelf", "OPEN"));
        assertThat(new OutsideHealth(systems).health().getDetails()).containsEntry("shelf", "OPEN");
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(server.url("/book"));
    }
}
