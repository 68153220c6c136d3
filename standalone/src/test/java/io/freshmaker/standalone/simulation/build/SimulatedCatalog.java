package io.freshmaker.standalone.simulation.build;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.Modules;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.UnbuiltImage;
import io.freshmaker.command.port.Updates;
import java.util.Collection;
import java.util.List;

/** The catalog as it would be on another machine: it knows what the file says, but does not always answer. */
public final class SimulatedCatalog implements Images, Modules, Updates {

    private final Images images;
    private final Modules modules;
    private final Updates updates;
    private final OutsideCalls calls;

    public <C extends Images & Modules & Updates> SimulatedCatalog(C catalog, OutsideCalls calls) {
        this.images = catalog;
        this.modules = catalog;
        this.updates = catalog;
        this.calls = calls;
    }

    @Override
    public List<KnownImage> containing(Collection<String> rpmNames) {
        return calls.call("images with " + rpmNames, () -> images.containing(rpmNames));
    }

    @Override
    public List<KnownImage> builtFrom(Collection<Nvr> parents) {
        return calls.call("images built from others", () -> images.builtFrom(parents));
    }

    @Override
    public List<KnownModule> containing(String rpm, String branch) {
        return calls.call("modules with " + rpm, () -> modules.containing(rpm, branch));
    }

    @Override
    public List<UnbuiltImage> unbuiltContaining(Collection<String> rpmNames) {
        return calls.call("containers with " + rpmNames, () -> images.unbuiltContaining(rpmNames));
    }

    @Override
    public List<KnownModule> builtWith(String name, String stream) {
        return calls.call("modules built with " + name, () -> modules.builtWith(name, stream));
    }

    @Override
    public List<Rpm> rpmsOf(String build) {
        return calls.call("RPMs of " + build, () -> updates.rpmsOf(build));
    }
}
