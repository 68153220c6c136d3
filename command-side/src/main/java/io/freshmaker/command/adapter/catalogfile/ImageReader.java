package io.freshmaker.command.adapter.catalogfile;

import io.freshmaker.api.plan.Source;
import io.freshmaker.command.adapter.catalogfile.Catalog.ImageEntry;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.yaml.Entry;
import io.freshmaker.command.yaml.Fields;

/** Reads one item of {@code images}. */
final class ImageReader {
    private ImageReader() {}

    static ImageEntry read(Entry entry) {
        Fields fields = entry.fields(
                "nvr", "repository", "branch", "commit", "target", "parents", "rpms", "modules", "published");
        KnownImage image = new KnownImage(
                Values.nvr(fields.required("nvr")),
                source(fields),
                fields.list("parents").stream().map(Values::nvr).distinct().toList(),
                Values.rpms(fields.list("rpms")),
                fields.optional("published").map(Entry::truth).orElse(true));
        return new ImageEntry(
                image,
                fields.list("modules").stream().map(ModuleReader::requirement).toList());
    }

    private static Source source(Fields fields) {
        return new Source(
                Values.repository(fields.required("repository")),
                Values.branch(fields.required("branch")),
                fields.optional("commit").map(Values::commit).orElse(null),
                fields.optional("target").map(Values::name).orElse(null));
    }
}
