package io.freshmaker.command.adapter.mbs;

import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownModule.Requirement;
import io.freshmaker.command.port.Modules;
import io.freshmaker.command.port.ModulesContract;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MbsModulesTest {

    private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration AGE = Duration.ofMinutes(10);
    private static final Component TLS = new Component("tls", "f42");

    private final FakeMbs mbs = new FakeMbs();
    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final MbsModules modules = new MbsModules(MbsWorld.api(mbs.url()), AGE, clock);

    @AfterEach
    void close() {
        mbs.close();
    }

    @Nested
    class AsModules extends ModulesContract {
        @Override
        protected Modules knowing(Component component, KnownModule... known) {
            FakeMbs world = new FakeMbs();
            for (KnownModule module : known) ready(world, module, component);
            return new MbsModules(MbsWorld.api(world.url()), AGE, clock);
        }
    }

    @Test
    void what_is_known_is_answered_without_asking_until_it_is_too_old_and_then_only_changes_are_read() {
        ready(mbs, module("web", "20260101000000"), TLS);
        assertThat(modules.containing("tls", "f42")).hasSize(1);
        assertThat(modules.builtWith("platform", "f42")).hasSize(1);
        assertThat(mbs.server().requests()).hasSize(1);

        mbs.at(START.plus(Duration.ofMinutes(30)));
        ready(mbs, module("web", "20260201000000"), new Component("zip", "f42"));
        now.set(START.plus(AGE));
        assertThat(modules.containing("tls", "f42")).isEmpty();
        assertThat(modules.containing("zip", "f42")).containsExactly(module("web", "20260201000000"));
        assertThat(mbs.server().requests()).hasSize(2);
        assertThat(mbs.server().requests().getLast().start()).contains("modified_after=2026-11-22T11%3A55%3A00Z");
    }

    @Test
    void when_mbs_is_away_nothing_old_is_answered_and_afterwards_nothing_is_missing() {
        ready(mbs, module("web", "20260101000000"), TLS);
        modules.containing("tls", "f42");
        ready(mbs, module("db", "20260101000000"), TLS);
        now.set(START.plus(AGE));
        mbs.server().then(status(503, "text/plain", "busy"), status(500, "text/plain", "oops"));

        assertThatThrownBy(() -> modules.containing("tls", "f42")).isInstanceOf(Unavailable.class);
        assertThat(modules.containing("tls", "f42")).hasSize(2);
    }

    @Test
    void several_contexts_of_a_version_are_one_module_that_requires_what_each_does() {
        ready(mbs, module("web", "20260101000000"), TLS);
        ready(mbs, new KnownModule("web", "1.0", "20260101000000", List.of(new Requirement("platform", "f43"))), TLS)
                .put("context", "beef0000");

        assertThat(modules.containing("tls", "f42")).hasSize(1);
        assertThat(modules.builtWith("platform", "f42")).hasSize(1);
        assertThat(modules.builtWith("platform", "f43")).isEqualTo(modules.builtWith("platform", "f42"));
    }

    @Test
    void all_pages_are_read() {
        for (int at = 0; at < 120; at++) ready(mbs, module("web%03d".formatted(at), "20260101000000"), TLS);

        assertThat(modules.containing("tls", "f42")).hasSize(120);
        assertThat(mbs.server().requests()).hasSize(3);
    }

    @Test
    void what_is_not_ready_scratch_or_has_a_name_that_dist_git_cannot_have_is_no_module() {
        ready(mbs, module("web", "20260101000000"), TLS)
                .put("state_name", "done")
                .put("state", 3);
        ready(mbs, module("scratch", "20260101000000"), TLS).put("scratch", true);
        ready(mbs, module("../evil?#", "20260101000000"), TLS);

        assertThat(modules.containing("tls", "f42")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "- a", "data: 1", "a: &a [1]\nb: [*a, *a]\ndata: {components: {rpms: {tls: }}}", "!!x y"
            })
    void a_build_whose_metadata_is_garbage_hides_no_other_one(String metadata) {
        ready(mbs, module("broken", "20260101000000"), TLS).put("modulemd", metadata);
        ready(mbs, module("web", "20260101000000"), TLS);

        assertThat(modules.containing("tls", "f42")).containsExactly(module("web", "20260101000000"));
    }

    @Test
    void without_an_address_the_setting_is_named() {
        Modules nowhere = new MbsModules(MbsWorld.api(null), AGE, clock);

        assertThatThrownBy(() -> nowhere.builtWith("platform", "f42"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.mbs.base-url");
    }

    private static KnownModule module(String name, String version) {
        return new KnownModule(name, "1.0", version, List.of(new Requirement("platform", "f42")));
    }

    private static ObjectNode ready(FakeMbs world, KnownModule module, Component component) {
        StringBuilder text =
                new StringBuilder("---\ndocument: modulemd\nversion: 2\ndata:\n  components:\n    rpms:\n");
        text.append("      %s: {ref: %s, rationale: it is needed}\n".formatted(component.rpm(), component.branch()));
        text.append("  dependencies:\n  - buildrequires:\n      nothing: []\n");
        module.buildRequires().forEach(one -> text.append("      %s: [%s]\n".formatted(one.name(), one.stream())));
        return world.add(module.name(), module.stream(), "ready")
                .put("version", module.version())
                .put("modulemd", text.toString());
    }
}
