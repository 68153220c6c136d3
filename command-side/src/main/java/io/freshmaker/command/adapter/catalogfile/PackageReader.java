package io.freshmaker.command.adapter.catalogfile;

import io.freshmaker.api.plan.Source;
import io.freshmaker.command.port.KnownPackage;
import io.freshmaker.command.yaml.Entry;
import io.freshmaker.command.yaml.Fields;

/** Reads one item of {@code rpms}. */
final class PackageReader {
    private PackageReader() {}

    static KnownPackage read(Entry entry) {
        Fields fields = entry.fields("name", "repository", "branch", "target", "build_requires");
        String name = Values.name(fields.required("name"));
        Source source = new Source(
                fields.optional("repository").map(Values::repository).orElse("rpms/" + name),
                Values.branch(fields.required("branch")),
                null,
                fields.optional("target").map(Values::name).orElse(null));
        return new KnownPackage(
                name,
                source,
                fields.list("build_requires").stream().map(Values::name).toList());
    }
}
