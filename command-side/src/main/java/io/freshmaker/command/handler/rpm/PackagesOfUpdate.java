package io.freshmaker.command.handler.rpm;

import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.port.Packages;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Packages that are built with those of some new builds and, after them, every package that is built with one of those
 * (docs/decisions/0028-rebuilt-packages.md).
 */
record PackagesOfUpdate(Packages packages, OwnRebuilds ownRebuilds) {

    /**
     * @param update what people call these builds together
     * @param builds NVRs; of several builds of one package the last counts
     */
    RebuildPlan plan(String update, List<String> builds, String branch, Draft draft) {
        SortedMap<String, Nvr> updated = new TreeMap<>();
        builds.stream().map(Nvr::new).forEach(build -> updated.put(build.name(), build));
        PackageGraph graph = PackageGraph.above(updated.keySet(), branch, packages);
        PackageTree tree = new PackageTree(update, updated, graph, draft);
        for (Nvr build : updated.values()) {
            if (graph.builtWith(build.name()).isEmpty()) continue; // nobody has to be asked whose build it is
            ownRebuilds
                    .of(build, branch)
                    .ifPresentOrElse(rebuild -> tree.leave(build, rebuild), () -> tree.plant(build));
        }
        return tree.grown();
    }
}
