package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Builds of modules in memory, for tests. */
public final class FakeModuleBuilds implements ModuleBuilds {

    private final Map<Nvr, BuiltModule> builds = new TreeMap<>();

    public FakeModuleBuilds with(Nvr build, BuiltModule module) {
        builds.put(build, module);
        return this;
    }

    @Override
    public Map<Nvr, BuiltModule> modules(Collection<Nvr> wanted) {
        Map<Nvr, BuiltModule> found = new TreeMap<>(builds);
        found.keySet().retainAll(wanted);
        return found;
    }
}
