package io.freshmaker.command.adapter.catalogfile;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Images;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.Modules;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.Updates;
import io.freshmaker.command.yaml.Mistake;
import io.freshmaker.command.yaml.RereadFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * Answers from a YAML file what PDC, Lightblue, Pyxis and Koji are asked elsewhere (contract §5). Never unavailable: a file that
 * breaks later leaves the last good one in force.
 */
public final class CatalogFile implements Images, Modules, Updates {
    private final RereadFile<Catalog> file;

    /** @throws Mistake when the file has a mistake now */
    public CatalogFile(Path path) {
        this.file = new RereadFile<>(path, CatalogReader::read);
    }

    @Override
    public List<KnownImage> containing(Collection<String> rpmNames) {
        return file.content().imagesWith(rpmNames);
    }

    @Override
    public List<KnownImage> builtFrom(Collection<Nvr> parents) {
        return file.content().imagesFrom(parents);
    }

    @Override
    public List<KnownModule> containing(String rpm, String branch) {
        return file.content().modulesWith(rpm, branch);
    }

    @Override
    public List<KnownModule> builtWith(String name, String stream) {
        return file.content().modulesBuiltWith(name, stream);
    }

    @Override
    public List<Rpm> rpmsOf(String build) {
        return file.content().rpmsOf(build);
    }
}
