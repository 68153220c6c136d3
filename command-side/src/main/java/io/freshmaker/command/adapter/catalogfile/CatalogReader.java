package io.freshmaker.command.adapter.catalogfile;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.adapter.catalogfile.Catalog.ImageEntry;
import io.freshmaker.command.adapter.catalogfile.Catalog.ModuleEntry;
import io.freshmaker.command.port.KnownPackage;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.yaml.Entry;
import io.freshmaker.command.yaml.Fields;
import io.freshmaker.command.yaml.Mistake;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a whole catalog file; throws {@link Mistake} at the first thing in it that is wrong. */
final class CatalogReader {
    private CatalogReader() {}

    static Catalog read(Entry file) {
        Fields fields = file.fields("modules", "images", "rpms", "updates");
        return new Catalog(
                modules(fields.list("modules")),
                images(fields.list("images")),
                packages(fields.list("rpms")),
                updates(fields.list("updates")));
    }

    /** Of a stream that is there in several versions, the latest counts. */
    private static Collection<ModuleEntry> modules(List<Entry> entries) {
        Map<List<String>, ModuleEntry> latest = new LinkedHashMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (Entry entry : entries) {
            ModuleEntry read = ModuleReader.read(entry);
            var module = read.module();
            List<String> stream = List.of(module.name(), module.stream());
            if (!seen.add(List.of(module.name(), module.stream(), String.valueOf(module.version())))) {
                throw entry.mistake("this module is there twice");
            }
            latest.merge(stream, read, (one, other) -> ModuleReader.LATEST_LAST.compare(one, other) > 0 ? one : other);
        }
        return latest.values();
    }

    private static Collection<ImageEntry> images(List<Entry> entries) {
        Map<Nvr, ImageEntry> images = new LinkedHashMap<>();
        for (Entry entry : entries) {
            ImageEntry read = ImageReader.read(entry);
            if (images.put(read.image().nvr(), read) != null) throw entry.mistake("this image is there twice");
        }
        return images.values();
    }

    /** A package may be there once for each branch. */
    private static Collection<KnownPackage> packages(List<Entry> entries) {
        Map<List<String>, KnownPackage> packages = new LinkedHashMap<>();
        for (Entry entry : entries) {
            KnownPackage one = PackageReader.read(entry);
            if (packages.put(List.of(one.name(), one.branch()), one) != null) {
                throw entry.mistake("this package is there twice for this branch");
            }
        }
        return packages.values();
    }

    private static Map<String, List<Rpm>> updates(List<Entry> entries) {
        Map<String, List<Rpm>> rpmsByBuild = new LinkedHashMap<>();
        for (Entry entry : entries) {
            Fields fields = entry.fields("build", "rpms");
            String build = Values.nvr(fields.required("build")).value();
            if (rpmsByBuild.put(build, Values.rpms(fields.list("rpms"))) != null) {
                throw entry.mistake("this build is there twice");
            }
        }
        return rpmsByBuild;
    }
}
