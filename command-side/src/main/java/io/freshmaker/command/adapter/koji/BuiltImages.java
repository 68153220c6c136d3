package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageTasks;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which build came out of a closed task: the last of {@code koji_builds} in its result or, where it has none, in that of its first
 * child that has some (spec §9.2). A scratch build has none.
 */
record BuiltImages(KojiHub hub) implements ImageTasks {

    @Override
    public Optional<Nvr> imageOf(String task) {
        return Optional.ofNullable(nvrs(List.of(task)).get(task)).map(Nvr::new);
    }

    /** The NVRs by task, of those that have one. */
    Map<String, String> nvrs(Collection<String> tasks) {
        Map<String, Long> builds = builds(tasks);
        List<String> rest =
                tasks.stream().filter(task -> !builds.containsKey(task)).toList();
        builds.putAll(buildsOfChildren(rest));
        Map<Long, Value> infos = Bulk.ofAll(hub).ask("getBuild", builds.values());
        Map<String, String> nvrs = new HashMap<>();
        builds.forEach((task, build) -> Optional.ofNullable(infos.get(build))
                .flatMap(info -> info.field("nvr").textIfAny())
                .ifPresent(nvr -> nvrs.put(task, nvr)));
        return nvrs;
    }

    private Map<String, Long> builds(Collection<String> tasks) {
        Map<String, Long> builds = new HashMap<>();
        Bulk.ofAll(hub)
                .ask("getTaskResult", tasks, Map.of("raise_fault", false))
                .forEach((task, result) -> lastBuild(result).ifPresent(build -> builds.put(task, build)));
        return builds;
    }

    private Map<String, Long> buildsOfChildren(List<String> tasks) {
        Map<String, List<String>> children = new HashMap<>();
        Bulk.ofAll(hub).ask("getTaskChildren", tasks).forEach((task, list) -> children.put(task, ids(list)));
        Map<String, Long> found =
                builds(children.values().stream().flatMap(List::stream).toList());
        Map<String, Long> builds = new HashMap<>();
        children.forEach((task, ids) -> ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .findFirst()
                .ifPresent(build -> builds.put(task, build)));
        return builds;
    }

    private static List<String> ids(Value children) {
        return children.list().stream()
                .map(child -> Long.toString(child.field("id").number()))
                .toList();
    }

    private static Optional<Long> lastBuild(Value result) {
        if (!result.isMap()) return Optional.empty();
        List<Value> builds = result.field("koji_builds").list();
        return builds.isEmpty()
                ? Optional.empty()
                : Optional.of(builds.getLast().number());
    }
}
