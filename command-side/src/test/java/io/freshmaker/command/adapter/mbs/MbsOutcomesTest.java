package io.freshmaker.command.adapter.mbs;

import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Stopped;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.Refused;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How builds of MBS end, by themselves or canceled. */
class MbsOutcomesTest {

    private static final BuildRequest REQUEST = BuildRequests.module(1);

    private final FakeMbs mbs = new FakeMbs();
    private final MbsBuildSystem system = MbsWorld.builder(mbs.url(), new MemoryDistGit());

    @AfterEach
    void close() {
        mbs.close();
    }

    @Test
    void a_module_is_built_when_it_is_built_in_every_context() {
        mbs.contexts("aaaa0000", "bbbb0000");
        system.submit(REQUEST);

        mbs.becomes("1", "ready", null);
        assertThat(system.ended(List.of("1"))).isEmpty();
        mbs.becomes("2", "ready", null);
        assertThat(system.ended(List.of("1"))).isEqualTo(Map.of("1", new Built("shelf1-1.0-20260101000000.aaaa0000")));
        mbs.becomes("2", "failed", "no disk");
        assertThat(system.ended(List.of("1")).get("1")).isInstanceOf(Broken.class);
    }

    @Test
    void how_a_build_ended_is_told_with_the_reason_that_mbs_gives() {
        for (String state : List.of("ready", "failed", "garbage", "wait", "done", "failed"))
            mbs.add("a", "f-42", state);
        mbs.becomes("2", "failed", "Component(s) x failed to build.");
        mbs.becomes("6", "failed", "Canceled by jdoe.");

        assertThat(system.ended(List.of("1", "2", "3", "4", "5", "6", "99", "no number")))
                .isEqualTo(Map.of(
                        "1", new Built("a-f_42-20260101000000.c0ffee00"),
                        "2", broken("Component(s) x failed to build."),
                        "3", broken("MBS gives no reason"),
                        "6", new Stopped(Reason.of(ReasonCode.CANCELED_EXTERNALLY, "error", "Canceled by jdoe.")),
                        "99", broken("MBS does not know build 99"),
                        "no number", broken("MBS does not know build no number")));
    }

    @Test
    void many_unfinished_builds_are_asked_about_in_few_calls() {
        List<String> ids =
                IntStream.rangeClosed(1, 250).mapToObj(String::valueOf).toList();
        ids.forEach(_ -> mbs.add("a", "1", "build"));

        assertThat(system.ended(ids)).isEmpty();
        assertThat(system.ended(List.of())).isEmpty();
        assertThat(mbs.server().requests()).hasSize(3);
    }

    @Test
    void a_canceled_build_is_given_up_in_every_context_once() {
        mbs.contexts("aaaa0000", "bbbb0000");
        system.submit(REQUEST);
        mbs.becomes("2", "ready", null);

        system.cancel(REQUEST);
        system.cancel(REQUEST);

        assertThat(mbs.builds())
                .extracting(build -> build.path("state_name").asText())
                .containsExactly("failed", "ready");
        assertThat(mbs.server().requests().stream().filter(one -> one.start().startsWith("PATCH")))
                .singleElement()
                .satisfies(one -> assertThat(one.text()).isEqualTo("{\"state\":\"failed\"}"))
                .satisfies(one -> assertThat(one.headers()).containsEntry("authorization", "Bearer tok"));
    }

    @Test
    void a_build_that_ends_while_it_is_canceled_is_left_alone_and_a_refusal_is_told() {
        system.submit(REQUEST);
        mbs.server()
                .then(
                        (_, exchange) -> {
                            byte[] body = mbs.builds().getFirst().toString().getBytes();
                            exchange.sendResponseHeaders(200, body.length);
                            exchange.getResponseBody().write(body);
                        },
                        status(403, "application/json", "{\"message\": \"You are not owner of this build\"}"));

        BuildRequest submitted = BuildRequests.taken(REQUEST, "1");
        assertThatThrownBy(() -> system.cancel(submitted))
                .isInstanceOf(Refused.class)
                .hasMessage("MBS answered 403 (cancel 1): You are not owner of this build");
    }

    private static Broken broken(String error) {
        return new Broken(Reason.of(ReasonCode.BUILD_FAILED, "error", error));
    }
}
