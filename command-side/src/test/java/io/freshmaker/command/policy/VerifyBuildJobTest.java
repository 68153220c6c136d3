package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.canceled;
import static io.freshmaker.command.artifactbuild.Builds.failed;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ArtifactBuildBuilt;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.RecordVerification;
import io.freshmaker.api.artifactbuild.ArtifactBuildDomainEvent;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.MemoryBuiltContent;
import io.freshmaker.command.port.Unavailable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class VerifyBuildJobTest {

    private static final long NUMBER = 2018001;
    private static final PlannedArtifact FIXED = Builds.forAdvisory(Builds.BASE, NUMBER);
    private static final String BUILD = id(FIXED).value();
    private static final String NVR = "base-container-1-10.1572631468";
    private static final ArtifactBuildDomainEvent BUILT = new ArtifactBuildBuilt(id(FIXED), EVENT, NVR);

    private final MemoryBuiltContent content = new MemoryBuiltContent();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final Stored stored = new Stored();
    private final AtomicInteger asked = new AtomicInteger();
    private final VerifyBuildJob job = new VerifyBuildJob(
            stored.facts(),
            beans.getBeanProvider(BuiltContent.class),
            beans.getBeanProvider(Advisories.class),
            stored.commands(),
            Clock.systemUTC());

    @Test
    void what_an_image_contains_of_the_advisory_is_told_to_its_build() {
        given(isPlanned(FIXED), started(FIXED, NVR), BUILT);
        ships("foo-1.2.1-23.el7");
        known(content.with(NVR, "x86_64", "foo-1.2.1-23.el7.x86_64", "bar-1.2.3-1.el7.x86_64")
                .with(NVR, "s390x", "foo-1.2.1-22.el7.s390x"));

        job.run(BUILD);

        List<String> wanted = List.of("foo-1.2.1-23.el7");
        assertThat(stored.sent())
                .containsExactly(new RecordVerification(
                        id(FIXED),
                        new Verification(
                                NVR,
                                NUMBER,
                                List.of("s390x", "x86_64"),
                                List.of(
                                        new FoundRpm("s390x", "foo-1.2.1-22.el7", wanted, false),
                                        new FoundRpm("x86_64", "foo-1.2.1-23.el7", wanted, true)))));
    }

    @Test
    void after_a_crash_it_is_looked_again_and_the_same_is_told() {
        given(isPlanned(FIXED), started(FIXED, NVR), BUILT);
        ships("foo-1.2.1-23.el7");
        known(content.with(NVR, "x86_64", "foo-1.2.1-23.el7.x86_64"));

        job.run(BUILD);
        job.run(BUILD);

        assertThat(stored.sent()).hasSize(2).allMatch(stored.sent().getFirst()::equals);
        assertThat(asked).hasValue(1); // as for all images of the advisory
    }

    @Test
    void what_is_not_known_yet_is_asked_again() {
        given(isPlanned(FIXED), started(FIXED, NVR), BUILT);
        ships("foo-1.2.1-23.el7");
        known(content);

        assertThatThrownBy(() -> job.run(BUILD)).isInstanceOf(Unavailable.class).hasMessageContaining(NVR);
        content.with(NVR, "x86_64");
        job.run(BUILD);

        assertThat(stored.sent())
                .containsExactly(
                        new RecordVerification(id(FIXED), new Verification(NVR, NUMBER, List.of("x86_64"), List.of())));
    }

    @Test
    void an_advisory_of_which_nothing_is_known_proves_nothing() {
        given(isPlanned(FIXED), started(FIXED, NVR), BUILT);
        ships();
        known(content.with(NVR, "x86_64", "foo-1.2.1-22.el7.x86_64"));

        assertThatThrownBy(() -> job.run(BUILD)).isInstanceOf(Unavailable.class).hasMessageContaining("2018001");
        assertThatThrownBy(() -> job.run(BUILD)).isInstanceOf(Unavailable.class);
        assertThat(asked).hasValue(2);
        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void where_the_build_system_cannot_say_what_it_built_the_evidence_says_so() {
        given(isPlanned(FIXED), started(FIXED, NVR), BUILT);

        job.run(BUILD);

        assertThat(stored.sent())
                .containsExactly(
                        new RecordVerification(id(FIXED), new Verification(NVR, NUMBER, List.of(), List.of())));
    }

    @Test
    void what_is_not_built_or_has_ended_is_left_alone() {
        known(content);
        given(isPlanned(FIXED), started(FIXED, NVR));
        job.run(BUILD);
        job.gaveUp(BUILD, new Unavailable("away"));

        given(BUILT);
        for (ArtifactBuildDomainEvent end : List.of(canceled(FIXED, true), succeeded(FIXED, NVR), failed(FIXED))) {
            given(end);
            job.run(BUILD);
            job.gaveUp(BUILD, new Unavailable("away"));
        }

        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void an_image_of_which_nobody_can_say_whether_it_is_fixed_is_no_success() {
        given(isPlanned(FIXED), started(FIXED, NVR), BUILT);

        job.gaveUp(BUILD, new Unavailable("koji is away"));

        assertThat(stored.sent())
                .containsExactly(new FailArtifactBuild(
                        id(FIXED),
                        new Reason(ReasonCode.VERIFICATION_TIMED_OUT, Map.of("nvr", NVR, "error", "koji is away")),
                        null));
    }

    @Test
    void what_is_built_and_waits_for_the_look_is_not_submitted_again() {
        given(isPlanned(FIXED), started(FIXED, NVR), BUILT);

        assertThat(stored.facts().of(id(FIXED)).wantsSubmission()).isFalse();
    }

    private void given(ArtifactBuildDomainEvent... facts) {
        stored.with(BUILD, facts);
    }

    private void known(BuiltContent somebody) {
        beans.addBean("content", somebody);
    }

    private void ships(String... rpms) {
        beans.addBean(
                "advisories", new Shipping(List.of(rpms).stream().map(Nvr::new).toList(), asked));
    }

    /** Knows one advisory. */
    private record Shipping(List<Nvr> rpms, AtomicInteger asked) implements Advisories {

        @Override
        public Optional<Advisory> find(long id) {
            return Optional.empty();
        }

        @Override
        public AdvisoryContent contentOf(long id) {
            asked.incrementAndGet();
            List<Nvr> known = id == NUMBER ? rpms : List.of();
            return new AdvisoryContent(List.of(), List.of(), known, known, List.of(), true);
        }

        @Override
        public List<Long> having(String build) {
            return List.of();
        }
    }
}
