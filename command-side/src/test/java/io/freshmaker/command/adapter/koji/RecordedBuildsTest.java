package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuildRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the adapter asks for, beside what the original and Koji's own client asked for, and what it makes of their answers. */
class RecordedBuildsTest {

    static final Source SOURCE = new Source(
            "containers/rsyslog",
            "rhel-8.4",
            "e4a73bd49d71fb8a63ad7d010c97fdf0f7ab9869",
            "rhel-8.4-container-candidate");

    /** What the original had made for that build. */
    private static final Preparation PREPARATION = new Preparation(
            List.of(),
            false,
            true,
            List.of(),
            List.of("http://localhost:18090/composes/odcs-1/odcs-1.repo"),
            List.of(),
            null,
            null);

    private static final Sources SOURCES = new Sources("git://pkgs.localhost/");

    private final RecordedHub recorded = new RecordedHub();
    private final KojiBuildSystem koji = new KojiBuildSystem(
            recorded.hub(),
            new ContainerOrder(recorded.hub(), Kojis.git("unused"), SOURCES, null, false),
            new PackageOrder(Kojis.git("unused"), SOURCES, false),
            Kojis.settings(recorded.server().url("/kojihub")));

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void a_build_is_asked_for_as_the_original_asks() throws XMLStreamException {
        recorded.replay("0030-POST-sslLogin", "0036-POST-buildContainer");

        assertThat(koji.submit(request(null))).isEqualTo("1");

        assertThat(recorded.sent(0)).isEqualTo(recorded.asked("0030-POST-sslLogin"));
        assertThat(recorded.sent(1)).isEqualTo(recorded.asked("0036-POST-buildContainer"));
        assertThat(recorded.server().requests().get(1).headers())
                .containsEntry("koji-session-id", "2")
                .containsEntry("koji-session-key", "2-fMN5ZP8bWBqPWKDl48T")
                .containsEntry("koji-session-callnum", "0");
    }

    @Test
    void a_task_is_canceled_as_a_task() throws XMLStreamException {
        recorded.replay("0041-POST-getTaskInfo", "0030-POST-sslLogin", "0057-POST-cancelTask");

        koji.cancel(request("3"));

        assertThat(recorded.sent(2)).isEqualTo(recorded.asked("0057-POST-cancelTask"));
    }

    @Test
    void a_canceled_task_is_left_alone() {
        recorded.replay("0058-POST-getTaskInfo");

        koji.cancel(request("3"));

        assertThat(recorded.server().requests()).hasSize(1);
    }

    @Test
    void a_submission_is_found_among_the_recorded_tasks() {
        recorded.replay("0030-POST-sslLogin", "0102-POST-getLoggedInUser", "0077-POST-listTasks");

        assertThat(koji.find(request(null))).contains("2");
    }

    @Test
    void a_closed_task_tells_what_it_built() throws XMLStreamException {
        recorded.server()
                .then(recorded.inMultiCall("0047-POST-getTaskInfo"))
                .then(recorded.inMultiCall("0048-POST-getTaskResult"))
                .then(recorded.inMultiCall("0060-POST-getBuild"));

        assertThat(koji.ended(List.of("1")))
                .isEqualTo(Map.of("1", new ExternalOutcome.Built("rsyslog-container-8.4-12.1657")));
        assertThat(new Value(recorded.sent(2).params())
                        .at(0)
                        .at(0)
                        .field("params")
                        .at(0)
                        .number())
                .isEqualTo(4);
    }

    @Test
    void a_failed_task_tells_its_fault() throws XMLStreamException {
        recorded.server()
                .then(Answers.value(List.of(List.of(Map.of("id", 2, "state", 5)))))
                .then(recorded.inMultiCall("0055-POST-getTaskResult"));

        assertThat(koji.ended(List.of("2")))
                .isEqualTo(Map.of(
                        "2",
                        new ExternalOutcome.Broken(
                                new Reason(
                                        ReasonCode.BUILD_FAILED,
                                        Map.of(
                                                "status",
                                                "FAILED",
                                                "task",
                                                "2",
                                                "last_line",
                                                "image build failed, see logs")),
                                true)));
        assertThat(new Value(recorded.sent(1).params())
                        .at(0)
                        .at(0)
                        .field("params")
                        .raw())
                .isEqualTo(recorded.asked("0055-POST-getTaskResult").params());
    }

    @Test
    void tasks_that_are_free_or_open_have_not_ended_and_canceled_and_unknown_ones_have() throws XMLStreamException {
        recorded.server()
                .then(recorded.inMultiCall(
                        "0037-POST-getTaskInfo",
                        "0041-POST-getTaskInfo",
                        "0058-POST-getTaskInfo",
                        "0089-POST-getTaskInfo"));

        Map<String, ExternalOutcome> ended = koji.ended(List.of("1", "2", "3", "999999"));

        assertThat(ended).containsOnlyKeys("3", "999999");
        assertThat(ended.get("3"))
                .isEqualTo(new ExternalOutcome.Stopped(Reason.of(ReasonCode.CANCELED_EXTERNALLY, "task", "3")));
        assertThat(ended.get("999999"))
                .isInstanceOfSatisfying(
                        ExternalOutcome.Broken.class,
                        broken -> assertThat(broken.reason().fact("last_line")).isEqualTo("Koji knows no task 999999"));
    }

    private static BuildRequest request(@Nullable String submission) {
        return new BuildRequest(
                new BuildId("build-1"),
                1,
                1,
                Artifact.image(new Nvr("rsyslog-container-8.4-12"), SOURCE),
                Reason.of(ReasonCode.PARENT_REBUILT, "path", "ubi8, rsyslog"),
                "rsyslog-container-8.4-12.1657",
                List.of("ubi8-container-8.4-200"),
                Instant.parse("2026-11-22T20:01:35Z"),
                submission,
                List.of(),
                PREPARATION,
                List.of(142815L));
    }
}
