package io.freshmaker.standalone.simulation.build;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownPackage;
import io.freshmaker.command.port.Modules;
import io.freshmaker.command.port.Packages;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.UnbuiltImage;
import io.freshmaker.command.port.Updates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalog as it would be on another machine: it knows what the file says, but does not always answer. */
public final class SimulatedCatalog implements Images, Modules, Packages, Updates, ImageMetadata, BuiltImageSource {

    private final Images images;
    private final Modules modules;
    private final Packages packages;
    private final Updates updates;
    private final ImageMetadata metadata;
    private final BuiltImageSource built;
    private final OutsideCalls calls;

    /** @param shelf what Pyxis and Koji know */
    public <C extends Images & Modules & Packages & Updates, S extends ImageMetadata & BuiltImageSource>
            SimulatedCatalog(C catalog, S shelf, OutsideCalls calls) {
        this.metadata = shelf;
        this.built = shelf;
        this.images = catalog;
        this.modules = catalog;
        this.packages = catalog;
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
    public List<KnownPackage> builtWith(Collection<String> names, String branch) {
        return calls.call("packages built with others", () -> packages.builtWith(names, branch));
    }

    @Override
    public List<Rpm> rpmsOf(String build) {
        return calls.call("RPMs of " + build, () -> updates.rpmsOf(build));
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return metadata.repositories(publishedOnly);
    }

    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        return metadata.tagged(repositories, publishedOnly, contentSets, rpmNames);
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        return metadata.withNvrs(nvrs);
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        return metadata.releasesOf(name, version);
    }

    @Override
    public Map<Nvr, BuiltImage> built(Collection<Nvr> nvrs) {
        return built.built(nvrs);
    }
}
