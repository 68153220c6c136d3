package io.freshmaker.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.CancelArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PinBundle;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PlanArtifactBuilds;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordSubmission;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordVerification;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.StartArtifactBuild;
import io.freshmaker.api.artifactbuild.Culprit;
import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.compose.ComposeCommand;
import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.compose.ComposeCommand.FailCompose;
import io.freshmaker.api.compose.ComposeCommand.ReportComposeDone;
import io.freshmaker.api.compose.ComposeCommand.RequestCompose;
import io.freshmaker.api.event.EventCommand;
import io.freshmaker.api.event.EventCommand.ActivateRebuild;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.event.EventCommand.ClassifyEvent;
import io.freshmaker.api.event.EventCommand.CompleteEvent;
import io.freshmaker.api.event.EventCommand.FailEvent;
import io.freshmaker.api.event.EventCommand.PlanRebuild;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCommand.SkipEvent;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.leftover.LeftoverCommand;
import io.freshmaker.api.leftover.LeftoverCommand.DropLeftover;
import io.freshmaker.api.leftover.LeftoverCommand.RetryLeftover;
import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.submission.SubmissionCommand;
import io.freshmaker.api.submission.SubmissionCommand.LookAtAdvisory;
import io.freshmaker.api.submission.SubmissionCommand.LookAtBuild;
import io.freshmaker.api.submission.SubmissionCommand.LookAtCompose;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSignedBuild;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.BranchRebuild;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.trigger.EventType;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyAnswer.Verified;
import io.freshmaker.api.verify.VerifyCommand;
import io.freshmaker.api.verify.VerifyCommand.VerifyImage;
import io.freshmaker.api.verify.VerifyCommand.VerifyRepository;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.common.annotation.AnnotationUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands go between processes as JSON, and so do answers and the details of a refusal. */
class TravellingCommandsTest {

    private static final EventId EVENT = EventId.ofMessage("2026-1");
    private static final LeftoverId LEFT = LeftoverId.Kind.PARKED_MESSAGE.of(7);
    private static final Source SOURCE = new Source("container/base", "f42", null, "f42-candidate");
    private static final Artifact BASE = Artifact.image(new Nvr("base-1-1"), SOURCE);
    private static final Artifact APP = Artifact.module("app", "1.0", null, SOURCE);
    private static final Reason REASON = new Reason(ReasonCode.RPM_UPDATED, Map.of("rpm", "tls", "update", "FEDORA-1"));
    private static final ComposeRequest COMPOSE = ComposeRequest.ofContentSets(List.of("base-rpms"));
    private static final PlannedArtifact PLANNED = PlannedArtifact.dependent(APP, REASON)
            .after(List.of(BASE.key()), List.of("runtime-1-1"))
            .prepared(new Preparation(
                    List.of("x86_64"), true, true, List.of(7300L), List.of(), List.of(COMPOSE), 28484L, REASON));
    private static final PlannedBuild BUILD = PlannedBuild.of(EVENT, PLANNED);
    private static final Verification VERIFICATION = new Verification(
            "base-1-2",
            28484,
            List.of("x86_64"),
            List.of(new FoundRpm("x86_64", "tls-1-1", List.of("tls-1-2"), false)));
    private static final Culprit CULPRIT = new Culprit(new BuildId("build-1"), "image:base-1-1");

    /** As the platform's. */
    private final ObjectMapper json = new ObjectMapper()
            .findAndRegisterModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    static List<Object> commands() {
        List<DeclinedArtifact> declined = List.of(new DeclinedArtifact(APP, REASON));
        RebuildPlan plan = new RebuildPlan(List.of(PLANNED, PlannedArtifact.directly(BASE, REASON)), List.of());
        return List.of(
                new RegisterEvent(EVENT, "2026-1", new UpdateStable("FEDORA-1", List.of("tls-1-1.fc42"), "f42")),
                new RegisterEvent(EVENT, "2026-1", new RpmSpecChanged("tls", "f42", "c0ffee")),
                new RegisterEvent(EVENT, "2026-1", new ModuleBuilt("app", "1.0", 105)),
                new RegisterEvent(EVENT, "2026-1", new BuildTagged("tls-1-1.fc42", "f42-updates", "f42")),
                new ClassifyEvent(EVENT, EventType.ManualBundleRebuildEvent),
                new PlanRebuild(EVENT, plan),
                new SkipEvent(EVENT, REASON, declined),
                new FailEvent(EVENT, REASON),
                new ActivateRebuild(EVENT),
                new CompleteEvent(EVENT, new Tally(1, 2, 3)),
                new CancelEvent(EVENT, Actor.ANYONE),
                new PlanArtifactBuilds(EVENT, 7, List.of(BUILD)),
                new StartArtifactBuild(BUILD.id(), List.of("base-1-2")),
                new RecordSubmission(BUILD.id(), "4711"),
                new ReportExternalBuild(BUILD.id(), new ExternalOutcome.Built()),
                new ReportExternalBuild(BUILD.id(), "4711", new ExternalOutcome.Built()),
                new ReportExternalBuild(BUILD.id(), new ExternalOutcome.Built("app-1.0-2")),
                new ReportExternalBuild(BUILD.id(), new ExternalOutcome.Broken(REASON)),
                new ReportExternalBuild(BUILD.id(), new ExternalOutcome.Broken(REASON, true)),
                new ReportExternalBuild(BUILD.id(), new ExternalOutcome.Stopped(REASON)),
                new FailArtifactBuild(BUILD.id(), REASON, CULPRIT),
                new FailArtifactBuild(BUILD.id(), REASON, null),
                new CancelArtifactBuild(BUILD.id(), REASON, CULPRIT),
                new LookAtSubmission("koji", "4711"),
                new LookAtSubmission("koji", "4712", true),
                new LookAtBuild("tls-1-1.fc42"),
                new LookAtAdvisory(28484, "QE"),
                new LookAtSignedBuild("tls-1-1.fc42"),
                new LookAtCompose(7301),
                new VerifyImage("base-1-2"),
                new VerifyRepository("ns/base"),
                VerifyAnswer.wrong("Cannot get repository ns/base from Pyxis."),
                VerifyAnswer.fine(
                        List.of("latest"),
                        new TreeMap<>(Map.of("base-1-2", new Verified(List.of("base-rpms"), List.of("1", "latest"))))),
                new RegisterEvent(EVENT, "2026-1", new AdvisoryReady(28484, "SHIPPED_LIVE")),
                RegisterEvent.of(
                        "id-2",
                        new BranchRebuild(
                                "main",
                                List.of("a-container"),
                                "target",
                                new Request("id-2", Way.BUS, null, List.of(), Map.of())),
                        false),
                RegisterEvent.of(
                        "id-1",
                        new ManualRebuild(
                                7,
                                List.of("a-1-1"),
                                new Request("id-1", Way.API, null, List.of(3), Map.of("a", List.of(1)))),
                        true),
                new PlanRebuild(EVENT, RebuildPlan.nothing(REASON)),
                new StartArtifactBuild(BUILD.id(), List.of("base-1-2"), List.of(7301L)),
                new RecordVerification(BUILD.id(), VERIFICATION),
                new PinBundle(
                        BUILD.id(),
                        new BundleOverrides(
                                List.of(new Pullspec("r/app:v1", "r/app@sha256:22", true, "r/app@sha256:11")),
                                "app.1.2.3-0.1.p",
                                "1.2.3+0.1.p",
                                "app.1.2.3")),
                new RequestCompose(COMPOSE.idIn(EVENT), EVENT, 7, COMPOSE, Instant.EPOCH, true),
                new AssignCompose(COMPOSE.idIn(EVENT), 7301, true),
                new ReportComposeDone(COMPOSE.idIn(EVENT), 7301),
                new FailCompose(COMPOSE.idIn(EVENT), REASON),
                new RetryLeftover(LEFT, 1, Actor.ANYONE),
                new DropLeftover(LEFT, 1, Actor.ANYONE, "Not ours."),
                new IllegalTransition.Refusal("Event 1 is CANCELED, so it cannot be canceled."));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void it_arrives_as_it_was_sent(Object command) throws IOException {
        byte[] sent = json.writeValueAsBytes(command);

        assertThat(json.readValue(sent, command.getClass())).isEqualTo(command);
    }

    @Test
    void how_a_build_ended_is_read_from_a_process_of_an_earlier_version() throws IOException {
        assertThat(json.readValue("{\"kind\":\"built\"}", ExternalOutcome.class))
                .isEqualTo(new ExternalOutcome.Built());
        assertThat(json.readValue(
                        "{\"kind\":\"broken\",\"reason\":{\"code\":\"BUILD_FAILED\",\"facts\":{}}}",
                        ExternalOutcome.class))
                .isEqualTo(new ExternalOutcome.Broken(Reason.of(ReasonCode.BUILD_FAILED)));
    }

    @Test
    void every_command_is_looked_at_and_has_one_key_that_says_where_it_is_handled() {
        List<Class<?>> all = Stream.of(
                        EventCommand.class,
                        ArtifactBuildCommand.class,
                        SubmissionCommand.class,
                        ComposeCommand.class,
                        LeftoverCommand.class,
                        VerifyCommand.class)
                .flatMap(kind -> Arrays.stream(kind.getPermittedSubclasses()))
                .toList();

        assertThat(commands().stream().map(Object::getClass)).containsAll(all);
        assertThat(all)
                .allSatisfy(command -> assertThat(Arrays.stream(command.getDeclaredFields())
                                .filter(field -> AnnotationUtils.isAnnotationPresent(field, RoutingKey.class)))
                        .hasSize(1));
    }
}
