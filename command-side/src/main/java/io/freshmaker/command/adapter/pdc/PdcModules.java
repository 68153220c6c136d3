package io.freshmaker.command.adapter.pdc;

import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownModule.Requirement;
import io.freshmaker.command.port.Modules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The modules, from PDC (spec §9.6). What it finds by a component or a requirement is kept only when it is the latest version of
 * its stream: a later one may have neither.
 */
public final class PdcModules implements Modules {

    private static final String MODULES = "modules";

    private final PdcApi pdc;

    PdcModules(PdcApi pdc) {
        this.pdc = pdc;
    }

    @Override
    public List<KnownModule> containing(String rpm, String branch) {
        return latest(found(Query.of("component_name", rpm).and("component_branch", branch)));
    }

    /** PDC looks for name and stream each by itself, so it also finds a module that has both, but of two requirements. */
    @Override
    public List<KnownModule> builtWith(String name, String stream) {
        Requirement wanted = new Requirement(name, stream);
        return latest(found(Query.of("build_dep_name", name).and("build_dep_stream", stream)).stream()
                .filter(module -> module.requires().contains(wanted))
                .toList());
    }

    private List<PdcModule> found(Query filter) {
        Query query = filter.and("active", "true")
                .and("ordering", "name,stream,-version")
                .and("fields", "uid")
                .and("fields", "name")
                .and("fields", "stream")
                .and("fields", "version")
                .and("fields", "build_deps");
        return pdc.all(MODULES, query).stream()
                .map(PdcModule::told)
                .filter(PdcModule::isProper)
                .toList();
    }

    private List<KnownModule> latest(List<PdcModule> found) {
        Map<String, Map<String, KnownModule>> latest = new TreeMap<>();
        found.forEach(one -> latest.computeIfAbsent(one.name(), _ -> new TreeMap<>())
                .merge(one.stream(), one.known(), PdcModule::later));
        return latest.values().stream()
                .flatMap(streams -> streams.values().stream())
                .filter(this::isLatest)
                .toList();
    }

    private boolean isLatest(KnownModule module) {
        Query query = Query.of("name", module.name())
                .and("stream", module.stream())
                .and("active", "true")
                .and("ordering", "-version")
                .and("fields", "version");
        return pdc.first(MODULES, query)
                .map(PdcModule::new)
                .filter(latest -> Objects.equals(latest.version(), module.version()))
                .isPresent();
    }
}
