package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Exchange;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.platform.testing.SharedFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the adapter asks for, beside what the original and Koji's own client asked for, and what it makes of their answers. */
class RecordedBuildsTest {

    private static final Source SOURCE = new Source(
            "containers/rsyslog",
            "rhel-8.4",
            "e4a73bd49d71fb8a63ad7d010c97fdf0f7ab9869",
            "rhel-8.4-container-candidate");

    /** Composes are none of this adapter's business. */
    private static final List<String> OF_COMPOSES = List.of("yum_repourls", "compose_ids");

    private final StubServer server = new StubServer();
    private final KojiHub hub = Kojis.hub(server.url("/kojihub"), Login.byCertificate());
    private final KojiBuildSystem koji = new KojiBuildSystem(
            hub,
            new ContainerOrder(hub, Kojis.git("unused"), "git://pkgs.localhost/", false),
            Kojis.settings(server.url("/kojihub")));
    private Path wire = Path.of("nowhere");

    @BeforeEach
    void find() {
        Optional<Path> folder = SharedFolder.find("peers/koji/wire");
        assumeThat(folder).isPresent();
        wire = folder.orElseThrow();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_build_is_asked_for_as_the_original_asks() throws XMLStreamException {
        replay("0030-POST-sslLogin", "0036-POST-buildContainer");

        assertThat(koji.submit(request(null))).isEqualTo("1");

        assertThat(sent(0)).isEqualTo(asked("0030-POST-sslLogin"));
        Call call = asked("0036-POST-buildContainer");
        Map<Object, Object> options =
                new LinkedHashMap<>((Map<?, ?>) call.params().get(2));
        OF_COMPOSES.forEach(options::remove);
        assertThat(sent(1))
                .isEqualTo(Call.of(
                        "buildContainer", call.params().get(0), call.params().get(1), options));
        assertThat(server.requests().get(1).headers())
                .containsEntry("koji-session-id", "2")
                .containsEntry("koji-session-key", "2-fMN5ZP8bWBqPWKDl48T")
                .containsEntry("koji-session-callnum", "0");
    }

    @Test
    void a_task_is_canceled_as_a_task() throws XMLStreamException {
        replay("0041-POST-getTaskInfo", "0030-POST-sslLogin", "0057-POST-cancelTask");

        koji.cancel(request("3"));

        assertThat(sent(2)).isEqualTo(asked("0057-POST-cancelTask"));
    }

    @Test
    void a_canceled_task_is_left_alone() {
        replay("0058-POST-getTaskInfo");

        koji.cancel(request("3"));

        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_submission_is_found_among_the_recorded_tasks() {
        replay("0030-POST-sslLogin", "0102-POST-getLoggedInUser", "0077-POST-listTasks");

        assertThat(koji.find(request(null))).contains("2");
    }

    @Test
    void a_closed_task_tells_what_it_built() throws XMLStreamException {
        server.then(inMultiCall("0047-POST-getTaskInfo"))
                .then(inMultiCall("0048-POST-getTaskResult"))
                .then(inMultiCall("0060-POST-getBuild"));

        assertThat(koji.ended(List.of("1")))
                .isEqualTo(Map.of("1", new ExternalOutcome.Built("rsyslog-container-8.4-12.1657")));
        assertThat(new Value(sent(2).params()).at(0).at(0).field("params").at(0).number())
                .isEqualTo(4);
    }

    @Test
    void a_failed_task_tells_its_fault() throws XMLStreamException {
        server.then(Answers.value(List.of(List.of(Map.of("id", 2, "state", 5)))))
                .then(inMultiCall("0055-POST-getTaskResult"));

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
        assertThat(new Value(sent(1).params()).at(0).at(0).field("params").raw())
                .isEqualTo(asked("0055-POST-getTaskResult").params());
    }

    @Test
    void tasks_that_are_free_or_open_have_not_ended_and_canceled_and_unknown_ones_have() throws XMLStreamException {
        server.then(inMultiCall(
                "0037-POST-getTaskInfo", "0041-POST-getTaskInfo", "0058-POST-getTaskInfo", "0089-POST-getTaskInfo"));

        Map<String, ExternalOutcome> ended = koji.ended(List.of("1", "2", "3", "999999"));

        assertThat(ended).containsOnlyKeys("3", "999999");
        assertThat(ended.get("3"))
                .isEqualTo(new ExternalOutcome.Stopped(Reason.of(ReasonCode.CANCELED_EXTERNALLY, "task", "3")));
        assertThat(ended.get("999999"))
                .isInstanceOfSatisfying(
                        ExternalOutcome.Broken.class,
                        broken -> assertThat(broken.reason().fact("last_line")).isEqualTo("Koji knows no task 999999"));
    }

    @Test
    void the_rpms_of_a_build_are_listed_without_its_source() throws XMLStreamException {
        replay("0115-POST-getBuild", "0125-POST-listBuildRPMs");

        assertThat(new KojiUpdates(hub).rpmsOf("rsyslog-8.1911.0-7.el8"))
                .extracting(Rpm::toString)
                .containsExactly("rsyslog-8.1911.0-7.el8.x86_64", "rsyslog-relp-8.1911.0-7.el8.x86_64");
        assertThat(sent(0)).isEqualTo(asked("0115-POST-getBuild"));
    }

    @Test
    void a_build_that_koji_does_not_know_has_no_rpms_and_no_tags() throws XMLStreamException {
        replay("0063-POST-getBuild", "0063-POST-getBuild");

        assertThat(new KojiUpdates(hub).rpmsOf("nope-1-1")).isEmpty();
        assertThat(new KojiTags(hub).tagsOf("nope-1-1")).isEmpty();
        assertThat(sent(1)).isEqualTo(asked("0063-POST-getBuild"));
    }

    @Test
    void the_tags_of_a_build_are_asked_for_as_the_original_asks() throws XMLStreamException {
        replay("0060-POST-getBuild", "0082-POST-listTags");

        assertThat(new KojiTags(hub).tagsOf("rsyslog-container-8.4-12.1657")).containsExactly("rhel-8.4-candidate");
        assertThat(sent(1)).isEqualTo(asked("0082-POST-listTags"));
    }

    @Test
    void an_image_is_put_together_from_its_build_its_task_its_archives_and_its_parent() throws XMLStreamException {
        server.then(inMultiCall("0060-POST-getBuild"))
                .then(inMultiCall("0038-POST-getTaskRequest"))
                .then(inMultiCall("0062-POST-getBuild"))
                .then(inMultiCall("0067-POST-listArchives"))
                .then(inMultiCall("0117-POST-listRPMs"));

        assertThat(new ImageLookup(hub).images(List.of(4L)).get(4L)).satisfies(image -> {
            assertThat(image.nvr()).isEqualTo(new Nvr("rsyslog-container-8.4-12.1657"));
            assertThat(image.source()).isEqualTo(SOURCE);
            assertThat(image.parents()).containsExactly(new Nvr("ubi8-container-8.4-200"));
            assertThat(image.rpms()).hasSize(2);
        });
        assertThat(new Value(sent(3).params()).at(0).at(0).field("params").raw())
                .isEqualTo(asked("0067-POST-listArchives").params());
    }

    @Test
    void many_questions_are_asked_together_as_kojis_client_asks_them() throws XMLStreamException {
        replay("0092-POST-multiCall");

        List<Reply> replies = hub.askAll(List.of(
                Call.of("getBuild", "ubi8-container-8.4-200"),
                Call.of("getBuild", "nope-1-1", Call.named(Map.of("strict", true))),
                Call.of("getTaskInfo", 1)));

        assertThat(sent(0)).isEqualTo(asked("0092-POST-multiCall"));
        assertThat(replies.get(0).value("getBuild").field("id").number()).isEqualTo(1);
        assertThat(replies.get(1))
                .isInstanceOfSatisfying(
                        Reply.Denied.class,
                        denied -> assertThat(denied.fault().code()).isEqualTo(1000));
        assertThat(replies.get(2).value("getTaskInfo").field("state").number()).isEqualTo(2);
    }

    private void replay(String... names) {
        for (String name : names) server.then(StubServer.recorded(Exchange.read(wire, name)));
    }

    /** As if these had been asked in one multiCall. */
    private StubServer.Reply inMultiCall(String... names) throws XMLStreamException {
        List<Object> results = new ArrayList<>();
        for (String name : names) {
            results.add(List.of(
                    XmlRpcReader.answer(Exchange.read(wire, name).response().body())
                            .value(name)
                            .raw()));
        }
        return Answers.value(results);
    }

    private Call asked(String name) throws XMLStreamException {
        return XmlRpcReader.call(Exchange.read(wire, name).request().body());
    }

    private Call sent(int number) throws XMLStreamException {
        return XmlRpcReader.call(server.requests().get(number).body());
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
                List.of());
    }
}
