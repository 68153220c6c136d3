package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltModule;
import io.freshmaker.command.port.ModuleBuilds;
import io.freshmaker.command.port.ModuleBuildsContract;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KojiModuleBuildsContractTest extends ModuleBuildsContract {

    private final FakeKojiHub hub = new FakeKojiHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Override
    protected ModuleBuilds knowing(Map<Nvr, BuiltModule> builds) {
        hub.build(1, "bash-5-1", Map.of("extra", Map.of()));
        builds.forEach((nvr, module) -> hub.build(2, nvr.value(), typeinfo(module)));
        return new KojiModuleBuilds(Kojis.hub(hub));
    }

    @Test
    void a_module_without_its_context_is_no_answer() {
        hub.build(3, "tea-1-1", Map.of("extra", Map.of("typeinfo", Map.of("module", Map.of("name", "tea")))));

        assertThatThrownBy(() -> new KojiModuleBuilds(Kojis.hub(hub)).modules(List.of(new Nvr("tea-1-1"))))
                .isInstanceOf(Unavailable.class);
    }

    static Map<String, Object> typeinfo(BuiltModule module) {
        Map<String, Object> noted = Map.of(
                "name", module.name(),
                "stream", module.stream(),
                "version", module.version(),
                "context", module.context());
        return Map.of("extra", Map.of("typeinfo", Map.of("module", noted)));
    }
}
