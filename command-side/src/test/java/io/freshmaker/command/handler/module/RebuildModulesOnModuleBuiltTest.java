package io.freshmaker.command.handler.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.handler.module.ModuleChain.Link;
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.KnownModule.Requirement;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RebuildModulesOnModuleBuiltTest {
    private static final ModuleBuilt READY = new ModuleBuilt("testmodule", "master", 70);
    private static final ModuleChain NOT_OURS = new ModuleChain(List.of());

    private final FakeCatalog catalog = new FakeCatalog()
            .with(FakeCatalog.module("app", "1", "20260101", new Requirement("testmodule", "master")))
            .with(FakeCatalog.module("web", "2", "20260101", new Requirement("testmodule", "master")))
            .with(FakeCatalog.module("other", "1", "20260101", new Requirement("testmodule", "f41")));

    @Test
    void what_is_built_with_the_new_module_is_rebuilt() {
        RebuildPlan plan = plan(NOT_OURS, RulesForTests.EVERYTHING);

        assertThat(plan.artifacts()).extracting(one -> one.artifact().name()).containsExactly("app", "web");
        assertThat(plan.artifacts().getFirst().reason())
                .isEqualTo(new Reason(
                        ReasonCode.MODULE_BUILT, Map.of("module", "testmodule", "stream", "master", "built", "70")));
    }

    @Test
    void where_we_built_the_new_module_the_reason_names_that_build() {
        RebuildPlan plan = plan(new ModuleChain(List.of(link(1, "testmodule"))), RulesForTests.EVERYTHING);

        assertThat(plan.artifacts().getFirst().reason().facts())
                .containsEntry("cause", "build-1")
                .containsEntry("cause_id", "1")
                .containsEntry("cause_name", "testmodule")
                .containsEntry("cause_event", "11");
    }

    @Test
    void what_was_built_in_this_chain_already_is_declined_and_the_cycle_named() {
        ModuleChain chain = new ModuleChain(List.of(link(1, "first"), link(2, "app"), link(3, "testmodule")));

        RebuildPlan plan = plan(chain, RulesForTests.EVERYTHING);

        assertThat(plan.artifacts()).extracting(one -> one.artifact().name()).containsExactly("web");
        assertThat(plan.declined())
                .extracting(one -> one.reason())
                .containsExactly(Reason.of(
                        ReasonCode.MODULE_CYCLE, "cycle", "module:app:1 → module:testmodule:1 → module:app:1"));
    }

    @Test
    void rules_are_asked() {
        assertThat(plan(NOT_OURS, RulesForTests.allBut("app", "web")).artifacts())
                .isEmpty();
    }

    private RebuildPlan plan(ModuleChain chain, Rules rules) {
        return Plans.of(new RebuildModulesOnModuleBuilt(catalog, _ -> chain), rules, READY);
    }

    private static Link link(int number, String name) {
        return new Link(
                new BuildId("build-" + number), number, 10 + number, new ArtifactKey("module:" + name + ":1"), name);
    }
}
