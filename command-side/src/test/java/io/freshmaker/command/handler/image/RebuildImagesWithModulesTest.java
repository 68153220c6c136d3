package io.freshmaker.command.handler.image;

import static io.freshmaker.command.port.FakeCatalog.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.plan.RebuildReason;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebuildImagesWithModulesTest {

    private static final PlannedArtifact WEB = planned("web", "1.0");
    private static final PlannedArtifact TIDES = planned("tides", "2.0");
    private static final KnownImage BASE = image("base-1-1", List.of());
    private static final KnownImage APP = image("app-1-1", List.of("base-1-1"));
    private static final KnownImage DASHBOARD = image("dashboard-1-1", List.of("app-1-1"));

    private final FakeCatalog catalog = new FakeCatalog();

    @Test
    void an_image_is_rebuilt_once_after_all_modules_of_the_plan_that_it_contains_and_then_what_is_built_from_it() {
        catalog.with(BASE).with(APP, module("web"), module("tides")).with(DASHBOARD);

        RebuildPlan plan = follow(RulesForTests.EVERYTHING, WEB, TIDES);

        assertThat(plan.artifacts())
                .extracting(PlannedArtifact::artifact)
                .containsExactly(WEB.artifact(), TIDES.artifact(), APP.artifact(), DASHBOARD.artifact());
        PlannedArtifact app = plan.artifacts().get(2);
        assertThat(app.parents()).containsExactly(WEB.key(), TIDES.key());
        assertThat(app.originalParents()).containsExactly("base-1-1");
        assertThat(app.rebuildReason()).isEqualTo(RebuildReason.DEPENDENCY);
        assertThat(app.reason()).isEqualTo(Reason.of(ReasonCode.PARENT_REBUILT, "path", "web:1.0 → app-1-1"));
        PlannedArtifact dashboard = plan.artifacts().getLast();
        assertThat(dashboard.parents()).containsExactly(APP.artifact().key());
        assertThat(dashboard.reason())
                .isEqualTo(Reason.of(ReasonCode.PARENT_REBUILT, "path", "web:1.0 → app-1-1 → dashboard-1-1"));
    }

    @Test
    void an_image_that_is_planned_already_keeps_its_reason_and_waits_for_the_module_too() {
        catalog.with(APP, module("web"));
        PlannedArtifact direct = PlannedArtifact.directly(APP.artifact(), Reason.of(ReasonCode.RPM_UPDATED));

        RebuildPlan plan = follow(RulesForTests.EVERYTHING, direct, WEB);

        assertThat(plan.artifacts()).containsExactly(WEB, direct.after(List.of(WEB.key()), List.of("base-1-1")));
    }

    @Test
    void an_image_that_rules_forbid_is_declined_and_nothing_follows_from_it() {
        catalog.with(APP, module("web")).with(DASHBOARD);

        RebuildPlan plan = follow(RulesForTests.allBut("app"), WEB);

        assertThat(plan.artifacts()).containsExactly(WEB);
        assertThat(plan.declined()).extracting(one -> one.artifact().name()).containsExactly("app");
    }

    @Test
    void a_catalog_that_knows_nothing_of_modules_in_images_changes_nothing() {
        catalog.with(APP);

        assertThat(follow(RulesForTests.EVERYTHING, WEB).artifacts()).containsExactly(WEB);
    }

    private RebuildPlan follow(Rules rules, PlannedArtifact... planned) {
        return Plans.after(new RebuildPlan(List.of(planned), List.of()), new RebuildImagesWithModules(catalog), rules);
    }

    private static KnownModule.Requirement module(String name) {
        return new KnownModule.Requirement(name, name.equals("web") ? "1.0" : "2.0");
    }

    private static PlannedArtifact planned(String name, String stream) {
        KnownModule module = FakeCatalog.module(name, stream, "1");
        return PlannedArtifact.directly(module.artifact(), Reason.of(ReasonCode.RPM_SPEC_CHANGED));
    }
}
