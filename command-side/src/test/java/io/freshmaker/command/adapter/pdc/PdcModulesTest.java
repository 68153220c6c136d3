package io.freshmaker.command.adapter.pdc;

import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownModule.Requirement;
import io.freshmaker.command.port.Modules;
import io.freshmaker.command.port.ModulesContract;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PdcModulesTest {

    private static final Component TLS = new Component("tls", "f42");
    private static final Requirement PLATFORM = new Requirement("platform", "f42");

    private final FakePdc pdc = new FakePdc();
    private final PdcModules modules = new PdcModules(api(pdc.url()));

    @AfterEach
    void close() {
        pdc.close();
    }

    @Nested
    class AsModules extends ModulesContract {
        @Override
        protected Modules knowing(Component component, KnownModule... known) {
            FakePdc world = new FakePdc();
            for (KnownModule module : known) world.module(module, component);
            return new PdcModules(api(world.url()));
        }
    }

    @Test
    void the_questions_are_those_of_the_original() {
        pdc.module(module("web", "20260101000000"), TLS);

        modules.containing("tls", "f42");
        modules.builtWith("platform", "f42");

        String found = "&active=true&ordering=name%2Cstream%2C-version&fields=uid&fields=name&fields=stream"
                + "&fields=version&fields=build_deps&page_size=100&page=1";
        String latest = "?name=web&stream=1.0&active=true&ordering=-version&fields=version&page_size=1";
        assertThat(pdc.server().requests().stream().map(one -> one.start().split(" ")[1]))
                .containsExactly(
                        "/rest_api/v1/modules/?component_name=tls&component_branch=f42" + found,
                        "/rest_api/v1/modules/" + latest,
                        "/rest_api/v1/modules/?build_dep_name=platform&build_dep_stream=f42" + found,
                        "/rest_api/v1/modules/" + latest);
    }

    @Test
    void a_module_whose_latest_version_has_no_such_component_any_more_is_not_answered() {
        pdc.module(module("web", "20260101000000"), TLS);
        pdc.module(module("web", "20260201000000"));

        assertThat(modules.containing("tls", "f42")).isEmpty();
    }

    @Test
    void a_later_version_that_is_not_active_does_not_count() {
        pdc.module(module("web", "20260101000000"), TLS);
        pdc.module(module("web", "20260201000000")).put("active", false);

        assertThat(modules.containing("tls", "f42")).containsExactly(module("web", "20260101000000"));
    }

    @Test
    void several_contexts_of_a_version_are_one_module_that_requires_what_each_does() {
        Requirement newer = new Requirement("platform", "f43");
        pdc.module(module("web", "20260101000000"), TLS);
        pdc.module(new KnownModule("web", "1.0", "20260101000000", List.of(newer)), TLS);

        assertThat(modules.containing("tls", "f42"))
                .singleElement()
                .satisfies(module -> assertThat(module.buildRequires()).containsExactlyInAnyOrder(PLATFORM, newer));
    }

    @Test
    void all_pages_are_read_even_if_the_last_has_gone_meanwhile() {
        for (int at = 0; at < 100; at++) pdc.module(module("web%03d".formatted(at), "20260101000000"), TLS);
        KnownModule last = module("zip", "20260101000000");
        pdc.module(last, TLS);
        assertThat(modules.containing("tls", "f42")).hasSize(101).endsWith(last);

        pdc.server()
                .then(
                        status(200, "application/json", "{\"results\": [], \"next\": \"http://x/?page=2\"}"),
                        status(404, "application/json", "{\"detail\": \"Invalid page.\"}"));
        assertThat(modules.containing("tls", "f42")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "<html>", "{\"results\": 1}", "{\"results\": [], "})
    void garbage_is_no_answer(String garbage) {
        pdc.server().otherwise(status(200, "application/json", garbage));

        assertThatThrownBy(() -> modules.containing("tls", "f42")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_question_is_asked_again_when_pdc_is_broken_for_a_moment_and_not_for_ever() {
        pdc.module(module("web", "20260101000000"), TLS);
        pdc.server().then(status(502, "text/html", "oops"));
        assertThat(modules.containing("tls", "f42")).hasSize(1);

        pdc.server().otherwise(status(403, "application/json", "{\"detail\": \"Log in.\"}"));
        assertThatThrownBy(() -> modules.containing("tls", "f42"))
                .isInstanceOf(Unavailable.class)
                .hasMessageStartingWith("pdc answered 403")
                .hasMessageEndingWith("Log in.");
        pdc.server().otherwise(StubServer.hangUp());
        assertThatThrownBy(() -> modules.containing("tls", "f42")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_name_that_dist_git_cannot_have_is_no_module() {
        pdc.module(module("../evil?#", "20260101000000"), TLS);

        assertThat(modules.containing("tls", "f42")).isEmpty();
    }

    @Test
    void without_an_address_the_setting_is_named() {
        assertThatThrownBy(() -> new PdcModules(api(null)).builtWith("platform", "f42"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("freshmaker.pdc.url");
    }

    static PdcApi api(@Nullable URI url) {
        Duration second = Duration.ofSeconds(1);
        return new PdcApi(Systems.http("pdc"), new PdcSettings(url, second, second, 2, 4));
    }

    private static KnownModule module(String name, String version) {
        return new KnownModule(name, "1.0", version, List.of(PLATFORM));
    }
}
