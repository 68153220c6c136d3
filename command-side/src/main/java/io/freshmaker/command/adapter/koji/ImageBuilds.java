package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds of images, with what Koji says of them elsewhere: the requests of their tasks and the NVRs of their parents, by number. */
record ImageBuilds(List<ImageBuild> all, Map<Long, Value> requests, Map<Long, Nvr> parents) {

    /**
     * Builds that Koji does not know are not there.
     *
     * @param names their numbers, or their NVRs
     */
    static <K> ImageBuilds asked(KojiHub hub, Collection<K> names) {
        List<ImageBuild> builds = Bulk.ofAll(hub).ask("getBuild", names).values().stream()
                .filter(info -> !info.isNil())
                .map(ImageBuild::new)
                .toList();
        List<Long> tasks =
                builds.stream().flatMap(build -> build.task().stream()).toList();
        return new ImageBuilds(builds, Bulk.ofAll(hub).ask("getTaskRequest", tasks), new ParentBuilds(hub).of(builds));
    }

    /** Of the task that built it: {@code [source, target, options]}. */
    Optional<Value> requestOf(ImageBuild build) {
        return build.task().flatMap(task -> Optional.ofNullable(requests.get(task)));
    }

    /** What its last stage is built from. */
    Optional<Nvr> parentOf(ImageBuild build) {
        return build.parent().flatMap(id -> Optional.ofNullable(parents.get(id)));
    }

    List<Long> ids() {
        return all.stream().map(ImageBuild::id).toList();
    }
}
