package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltModule;
import io.freshmaker.command.port.ModuleBuilds;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The modules of builds as MBS noted them in Koji, in {@code extra.typeinfo.module}. */
record KojiModuleBuilds(KojiHub hub) implements ModuleBuilds {

    @Override
    public Map<Nvr, BuiltModule> modules(Collection<Nvr> builds) {
        Map<String, Value> infos =
                Bulk.ofAll(hub).ask("getBuild", builds.stream().map(Nvr::value).toList());
        Map<Nvr, BuiltModule> modules = new LinkedHashMap<>();
        infos.forEach((nvr, info) -> {
            Value module = info.path("extra", "typeinfo", "module");
            if (!module.isNil()) modules.put(new Nvr(nvr), module(module));
        });
        return modules;
    }

    private static BuiltModule module(Value module) {
        return new BuiltModule(
                module.field("name").text(),
                module.field("stream").text(),
                module.field("version").text(),
                module.field("context").text());
    }
}
