package io.freshmaker.command.config;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.command.artifactbuild.BuildNumbers;
import io.freshmaker.command.event.EventNumbers;
import io.freshmaker.command.leftover.DropReasons;
import io.freshmaker.command.policy.LearnImageOnArtifactBuildSucceeded;
import io.freshmaker.command.policy.PlanRebuildOnEventRegistered;
import io.freshmaker.command.policy.PrepareComposesOnRebuildPlanned;
import io.freshmaker.command.policy.RebuiltImageProjection;
import io.freshmaker.command.policy.StopBuildOnArtifactBuildCanceled;
import io.freshmaker.command.policy.SubmitBuildOnArtifactBuildStarted;
import io.freshmaker.command.policy.TryAgainOnLeftoverRetried;
import io.freshmaker.command.policy.VerifyBuildOnArtifactBuildBuilt;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.command.port.ComposeSystems;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.rebuild.ReadinessSaga;
import io.freshmaker.command.rebuild.RebuildSaga;
import io.freshmaker.platform.axon.Processor;
import io.freshmaker.platform.reason.TypedReasons;
import io.freshmaker.platform.settings.KnownSetting;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command side's processors and numbers. */
@Configuration(proxyBeanMethods = false)
@KnownSetting(
        name = "freshmaker.catalog",
        choices = {"file", "pdc", "mbs-koji", "lightblue", "pyxis"})
@KnownSetting(
        name = "freshmaker.build.system",
        choices = {"process", "koji-mbs"})
class CommandSideConfiguration {

    private static final int SAGA_BATCH = 50;
    private static final int REBUILT_BATCH = 500;

    /** As in V202. */
    private static final int BUILD_BLOCK = 50;

    @Bean
    EventNumbers eventNumbers(JdbcClient sql) {
        return new SequenceNumbers(sql, "event_number", 1)::next;
    }

    @Bean
    BuildNumbers buildNumbers(JdbcClient sql) {
        return new SequenceNumbers(sql, "build_number", BUILD_BLOCK)::next;
    }

    @Bean
    DropReasons dropReasons(TypedReasons reasons) {
        return reasons::keep;
    }

    /** In a dry run nobody builds; else where there is one it builds everything, or images and packages are Koji's and modules MBS'. */
    @Bean
    BuildSystems buildSystems(
            ObjectProvider<BuildSystem> systems,
            @Qualifier("dryRuns") BuildSystem dryRuns,
            @Value("${freshmaker.build.system:process}") String wanted,
            @Value("${freshmaker.dry-run:false}") boolean dryRun) {
        if (dryRun) return BuildSystems.only(dryRuns, dryRuns);
        return wanted.equals("koji-mbs")
                ? BuildSystems.byName(
                        systems.stream().toList(),
                        Map.of(ArtifactType.IMAGE, "koji", ArtifactType.RPM, "koji", ArtifactType.MODULE, "mbs"),
                        dryRuns)
                : BuildSystems.only(systems.getObject(), dryRuns);
    }

    /** In a dry run nobody makes composes. */
    @Bean
    ComposeSystems composeSystems(
            Composes odcs,
            @Qualifier("dryComposes") Composes dryRuns,
            @Value("${freshmaker.dry-run:false}") boolean dryRun) {
        return new ComposeSystems(dryRun ? dryRuns : odcs, dryRuns);
    }

    @Bean
    Processor rebuilds() {
        return Processor.process(RebuildSaga.GROUP, SAGA_BATCH);
    }

    @Bean
    Processor readiness() {
        return Processor.process(ReadinessSaga.GROUP, SAGA_BATCH);
    }

    @Bean
    Processor planRebuild() {
        return Processor.policy(PlanRebuildOnEventRegistered.GROUP);
    }

    @Bean
    Processor prepareComposes() {
        return Processor.policy(PrepareComposesOnRebuildPlanned.GROUP);
    }

    @Bean
    Processor submitBuild() {
        return Processor.policy(SubmitBuildOnArtifactBuildStarted.GROUP);
    }

    @Bean
    Processor stopBuild() {
        return Processor.policy(StopBuildOnArtifactBuildCanceled.GROUP);
    }

    @Bean
    Processor verifyBuild() {
        return Processor.policy(VerifyBuildOnArtifactBuildBuilt.GROUP);
    }

    @Bean
    Processor noteRebuiltImages() {
        return Processor.projection(RebuiltImageProjection.GROUP, REBUILT_BATCH);
    }

    @Bean
    Processor leftovers() {
        return Processor.policy(TryAgainOnLeftoverRetried.GROUP);
    }

    @Bean
    Processor learnImage() {
        return Processor.policy(LearnImageOnArtifactBuildSucceeded.GROUP);
    }
}
