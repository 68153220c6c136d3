package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.ReportExternalBuild;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.command.port.BuildSystems;
import org.junit.jupiter.api.Test;

class OtherJobsTest {

    @Test
    void a_canceled_build_is_stopped() {
        FakeBuildSystem system = new FakeBuildSystem();

        Stored stored = new Stored().with(id(BASE).value(), isPlanned(BASE), started(BASE, null));

        new StopBuildJob(
                        stored.facts(), BuildSystems.only(system, new FakeBuildSystem()), PlacedForTests.withoutLimit())
                .run(id(BASE).value());

        assertThat(system.canceled).containsExactly(id(BASE));
    }

    @Test
    void the_end_of_a_build_is_told_to_it() {
        Stored stored = new Stored();

        new ReportEndedBuild(stored.commands()).ended(id(BASE), new Built());

        assertThat(stored.sent()).containsExactly(new ReportExternalBuild(id(BASE), new Built()));
    }

    @Test
    void an_error_without_words_is_named_by_its_kind_and_a_long_one_is_cut() {
        assertThat(ErrorText.of(new NullPointerException())).isEqualTo("NullPointerException");
        assertThat(ErrorText.of(new IllegalStateException("x".repeat(501)))).isEqualTo("x".repeat(500) + "…");
        assertThat(ErrorText.of(new IllegalStateException("x".repeat(500)))).isEqualTo("x".repeat(500));
    }
}
