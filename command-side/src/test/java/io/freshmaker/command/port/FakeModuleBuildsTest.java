package io.freshmaker.command.port;

import io.freshmaker.api.value.Nvr;
import java.util.Map;

/** The fake keeps the same contract as the real thing. */
class FakeModuleBuildsTest extends ModuleBuildsContract {

    @Override
    protected ModuleBuilds knowing(Map<Nvr, BuiltModule> builds) {
        FakeModuleBuilds fake = new FakeModuleBuilds();
        builds.forEach(fake::with);
        return fake;
    }
}
