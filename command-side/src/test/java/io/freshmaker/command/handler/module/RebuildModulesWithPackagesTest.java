package io.freshmaker.command.handler.module;

import static io.freshmaker.command.port.FakeCatalog.module;
import static io.freshmaker.command.port.FakeCatalog.rpm;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebuildModulesWithPackagesTest {

    private static final Reason REASON = Reason.of(ReasonCode.REQUIREMENT_UPDATED);
    private static final PlannedArtifact ARCHIVE =
            PlannedArtifact.directly(rpm("archive", "f42").artifact(), REASON);
    private static final PlannedArtifact LOG =
            PlannedArtifact.directly(rpm("log", "f42").artifact(), REASON);
    private static final KnownModule WEB = module("web", "1.0", "20260901083000");

    private final FakeCatalog catalog = new FakeCatalog();

    @Test
    void a_module_is_rebuilt_once_after_all_packages_of_the_plan_that_it_contains() {
        catalog.with(WEB, new Component("archive", "f42"), new Component("log", "f42"), new Component("other", "f42"));

        RebuildPlan plan = follow(ARCHIVE, LOG);

        PlannedArtifact module = plan.artifacts().getLast();
        assertThat(plan.artifacts()).hasSize(3);
        assertThat(module.artifact()).isEqualTo(WEB.artifact());
        assertThat(module.rebuildReason()).isEqualTo(RebuildReason.DEPENDENCY);
        assertThat(module.parents()).containsExactly(ARCHIVE.key(), LOG.key());
        assertThat(module.reason()).isEqualTo(Reason.of(ReasonCode.PARENT_REBUILT, "path", "archive → web:1.0"));
    }

    @Test
    void modules_that_are_built_with_each_other_are_rebuilt_in_that_order() {
        KnownModule tides = module("tides", "2.0", "1", new KnownModule.Requirement("web", "1.0"));
        catalog.with(tides, new Component("archive", "f42")).with(WEB, new Component("archive", "f42"));

        RebuildPlan plan = follow(ARCHIVE);

        assertThat(plan.artifacts())
                .extracting(one -> one.artifact().name())
                .containsExactly("archive", "web", "tides");
        assertThat(plan.artifacts().getLast().parents())
                .containsExactly(WEB.artifact().key(), ARCHIVE.key());
    }

    @Test
    void what_takes_a_package_from_another_branch_is_left_alone() {
        catalog.with(WEB, new Component("archive", "f41"));

        assertThat(follow(ARCHIVE).artifacts()).containsExactly(ARCHIVE);
    }

    @Test
    void a_module_that_rules_forbid_is_declined() {
        catalog.with(WEB, new Component("archive", "f42"));

        RebuildPlan plan = Plans.after(
                new RebuildPlan(List.of(ARCHIVE), List.of()),
                new RebuildModulesWithPackages(catalog),
                RulesForTests.allBut("web"));

        assertThat(plan.artifacts()).containsExactly(ARCHIVE);
        assertThat(plan.declined()).extracting(DeclinedArtifact::artifact).containsExactly(WEB.artifact());
    }

    private RebuildPlan follow(PlannedArtifact... planned) {
        return Plans.after(
                new RebuildPlan(List.of(planned), List.of()),
                new RebuildModulesWithPackages(catalog),
                RulesForTests.EVERYTHING);
    }
}
