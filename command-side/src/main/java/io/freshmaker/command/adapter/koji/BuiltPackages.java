package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuildTasks;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which build of a package came out of a task {@code build}, and the other way round. A scratch build leaves none. */
record BuiltPackages(KojiHub hub) implements BuildTasks {

    private static final long COMPLETE = 1;

    /** The NVRs by task, of those that have one. */
    Map<String, String> nvrs(Collection<String> tasks) {
        Map<String, String> nvrs = new HashMap<>();
        Bulk.ofAll(hub)
                .ask(tasks, task -> Call.of("listBuilds", Call.named(Map.of("taskID", Long.valueOf(task)))))
                .forEach((task, builds) -> nvr(builds).ifPresent(nvr -> nvrs.put(task, nvr)));
        return nvrs;
    }

    @Override
    public Optional<String> taskOf(Nvr build) {
        return hub.ask("getBuild", build.value()).field("task_id").numberIfAny().map(String::valueOf);
    }

    private static Optional<String> nvr(Value builds) {
        return builds.list().stream()
                .filter(build -> build.field("state").number() == COMPLETE)
                .map(build -> build.field("nvr").nvr().value())
                .findFirst();
    }
}
