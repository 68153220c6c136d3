package io.freshmaker.command.adapter.mbs;

import static io.freshmaker.command.outside.StubServer.cutShort;
import static io.freshmaker.command.outside.StubServer.hangUp;
import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.outside.StubServer.Reply;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MbsBuildSystemTest {

    private static final BuildRequest REQUEST = BuildRequests.module(1);
    private static final String ID = "1";

    private final FakeMbs mbs = new FakeMbs();
    private final MemoryDistGit distGit = new MemoryDistGit();
    private final MbsBuildSystem system = MbsWorld.builder(mbs.url(), distGit);

    @AfterEach
    void close() {
        mbs.close();
    }

    @Test
    void a_build_whose_answer_was_lost_is_found_again_and_not_asked_for_twice() {
        mbs.loseAnswers(1);
        assertThatThrownBy(() -> system.submit(REQUEST)).isInstanceOf(Unavailable.class);

        assertThat(system.find(REQUEST)).contains(ID);
        assertThat(system.submit(REQUEST)).isEqualTo(ID);
        assertThat(mbs.builds()).hasSize(1);
        assertThat(distGit.bumps).hasSize(1);
    }

    @Test
    void to_look_for_a_build_adds_no_commit_and_asks_nothing_when_there_is_none() {
        assertThat(system.find(REQUEST)).isEmpty();

        assertThat(distGit.bumps).isEmpty();
        assertThat(mbs.server().requests()).isEmpty();
    }

    @Test
    void a_build_of_the_same_commit_that_somebody_else_asked_for_is_followed() {
        String commit = distGit.bump("modules/shelf1", "1.0", "by somebody", REQUEST.build());
        mbs.add("shelf1", "1.0", "ready")
                .put("scmurl", "git://x/modules/shelf1?#" + commit)
                .put("owner", "jdoe");
        mbs.add("shelf1", "1.0", "ready").put("scmurl", "git://x/modules/shelf1?#ffffffff");

        assertThat(system.submit(REQUEST)).isEqualTo(ID);
    }

    @Test
    void a_conflict_without_a_build_is_refused_with_the_message() {
        mbs.server().then(status(409, "application/json", "{\"message\": \"exists\", \"status\": 409}"));

        assertThatThrownBy(() -> system.submit(REQUEST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(
                        "that can be followed, but answered 409 (build git://localhost:19418/modules/shelf1")
                .hasMessageEndingWith("): exists");
    }

    @Test
    void an_owner_that_is_set_is_asked_for() {
        MbsBuildSystem ours =
                MbsWorld.builder(mbs.url(), distGit, MbsWorld.settings(mbs.url(), "freshmaker/host.example"));
        system.submit(REQUEST);

        assertThat(ours.find(REQUEST)).isEmpty();
        assertThat(mbs.server().requests().getLast().start()).contains("owner=freshmaker%2Fhost.example");
    }

    @Test
    void another_attempt_takes_the_failed_build_up_again_and_is_found_only_then() {
        system.submit(REQUEST);
        mbs.becomes(ID, "failed", "no disk");
        BuildRequest again = MbsWorld.again(REQUEST, ID);

        assertThat(system.find(again)).isEmpty();
        assertThat(system.submit(again)).isEqualTo(ID);
        assertThat(system.find(again)).contains(ID);
    }

    @Test
    void a_build_of_the_commit_that_failed_before_this_one_was_decided_is_not_ours() {
        system.submit(REQUEST);
        mbs.at(BuildRequests.INTENDED.minusSeconds(1));
        mbs.becomes(ID, "failed", "long ago");

        assertThat(system.find(REQUEST)).isEmpty();
    }

    @Test
    void the_message_of_the_commit_says_why() {
        submit(2, Map.of("rpm", "tls", "branch", "f42", "commit", "c0ffee"));
        submit(3, Map.of("module", "platform", "stream", "f42"));
        submit(4, Map.of("rpm", "tls", "update", "FEDORA-2026-1", "updated", "tls-2-1"));
        submit(5, Map.of());

        assertThat(distGit.bumps)
                .containsExactly(
                        "modules/shelf2@1.0: Bump to rebuild because of tls rpm spec update (c0ffee).",
                        "modules/shelf3@1.0: Bump to rebuild because of platform update",
                        "modules/shelf4@1.0: Bump to rebuild because of tls update in FEDORA-2026-1.",
                        "modules/shelf5@1.0: Bump to rebuild.");
    }

    @Test
    void what_is_not_set_is_named_before_a_commit_is_added() {
        assertThatThrownBy(() -> MbsWorld.builder(null, distGit).submit(REQUEST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.mbs.base-url");
        MbsBuildSystem nowhere =
                new MbsBuildSystem(MbsWorld.api(mbs.url()), distGit, null, MbsWorld.settings(mbs.url(), null));
        assertThatThrownBy(() -> nowhere.submit(REQUEST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.dist-git.base-url");
        assertThat(distGit.bumps).isEmpty();
    }

    @Test
    void what_is_no_module_is_refused() {
        assertThatThrownBy(() -> system.submit(BuildRequests.image(1))).isInstanceOf(Refused.class);
        assertThat(system.find(BuildRequests.image(1))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 422})
    void what_mbs_refuses_is_refused_with_its_message(int status) {
        mbs.server().then(status(status, "application/json", "{\"message\": \"Not  so.\", \"status\": 4}"));

        assertThatThrownBy(() -> system.submit(REQUEST))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith(
                        "MBS answered %d (build git://localhost:19418/modules/shelf1.git?#".formatted(status))
                .hasMessageEndingWith("): Not so.");
    }

    @Test
    void who_is_not_known_there_is_told_which_setting_it_is_and_never_its_value() {
        mbs.server().then(status(401, "text/html", "<h1>Unauthorized</h1>"));

        assertThatThrownBy(() -> system.submit(REQUEST))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("MBS does not know us (build git://")
                .hasMessageEndingWith("; see the setting freshmaker.mbs.token (401): no message");
        assertThat(MbsWorld.settings(mbs.url(), null).toString())
                .doesNotContain("tok,")
                .contains("***");
    }

    @Test
    void an_answer_that_is_none_leaves_open_whether_the_build_was_taken() {
        for (var fault : List.of(
                status(500, "text/html", "oops"),
                status(503, "text/plain", ""),
                status(200, "text/html", "<p>Log in</p>"),
                status(201, "text/html", "<p>Created</p>"),
                status(201, "application/json", "[]"),
                status(201, "application/json", "{\"id\": null}"),
                cutShort("{\"id\": 1"),
                hangUp())) {
            mbs.server().then(fault);
            assertThatThrownBy(() -> MbsWorld.builder(mbs.url(), distGit).submit(REQUEST))
                    .isInstanceOf(Unavailable.class);
        }
        assertThat(mbs.builds()).isEmpty();
        assertThat(distGit.bumps).hasSize(1);
    }

    @Test
    void a_question_is_asked_again_when_mbs_is_broken_for_a_moment_and_garbage_is_no_answer() {
        mbs.add("a", "1", "ready");
        mbs.server().then(status(500, "text/plain", "oops"));
        assertThat(system.ended(List.of("1"))).hasSize(1);

        for (String garbage :
                List.of("", "[]", "{}", "{\"items\": {}}", "{\"items\": [{}]}", "{\"items\": [{\"id\": \"x\"}]}")) {
            Reply reply = status(200, "application/json", garbage);
            mbs.server().then(reply, reply);
            assertThatThrownBy(() -> system.ended(List.of("1"))).isInstanceOf(Unavailable.class);
        }
        Reply invalid = status(400, "application/json", "{\"message\": \"Invalid state\"}");
        mbs.server().then(invalid, invalid);
        assertThatThrownBy(() -> system.ended(List.of("1"))).isInstanceOf(Unavailable.class);
    }

    private void submit(int number, Map<String, String> facts) {
        BuildRequest plain = BuildRequests.module(number);
        Reason reason = new Reason(ReasonCode.RPM_UPDATED, facts);
        system.submit(new BuildRequest(
                plain.build(),
                7,
                number,
                plain.artifact(),
                reason,
                null,
                List.of(),
                plain.intended(),
                null,
                List.of()));
    }
}
