package io.freshmaker.command.adapter.catalogfile;

import io.freshmaker.command.adapter.catalogfile.Catalog.Component;
import io.freshmaker.command.adapter.catalogfile.Catalog.ModuleEntry;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.yaml.Entry;
import io.freshmaker.command.yaml.Fields;
import java.math.BigInteger;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Reads one item of {@code modules}. */
final class ModuleReader {
    /** Versions are numbers of a date and time, however long; one that is not known is older than any. */
    static final Comparator<ModuleEntry> LATEST_LAST =
            Comparator.comparing(entry -> number(entry.module().version()));

    private ModuleReader() {}

    static ModuleEntry read(Entry entry) {
        Fields fields = entry.fields("name", "stream", "version", "components", "build_requires");
        KnownModule module = new KnownModule(
                Values.name(fields.required("name")),
                Values.branch(fields.required("stream")),
                fields.optional("version").map(Values::number).orElse(null),
                fields.list("build_requires").stream()
                        .map(ModuleReader::requirement)
                        .toList());
        return new ModuleEntry(
                module,
                fields.list("components").stream().map(ModuleReader::component).toList());
    }

    private static Component component(Entry entry) {
        Fields fields = entry.fields("rpm", "branch");
        return new Component(Values.name(fields.required("rpm")), Values.branch(fields.required("branch")));
    }

    /** A module of which any version will do. */
    static KnownModule.Requirement requirement(Entry entry) {
        Fields fields = entry.fields("name", "stream");
        return new KnownModule.Requirement(
                Values.name(fields.required("name")), Values.branch(fields.required("stream")));
    }

    private static BigInteger number(@Nullable String version) {
        return version == null ? BigInteger.ONE.negate() : new BigInteger(version);
    }
}
