package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the last stages of images are built from, by number: where a build names only the number, Koji is asked for the NVR. */
record ParentBuilds(KojiHub hub) {

    Map<Long, Nvr> of(Collection<ImageBuild> builds) {
        Map<Long, Nvr> nvrs = new HashMap<>();
        builds.forEach(build -> build.parent().ifPresent(id -> build.parentNvr().ifPresent(nvr -> nvrs.put(id, nvr))));
        List<Long> others = builds.stream()
                .flatMap(build -> build.parent().stream())
                .filter(id -> !nvrs.containsKey(id))
                .toList();
        Bulk.ofAll(hub).ask("getBuild", others).forEach((id, info) -> {
            if (!info.isNil()) nvrs.put(id, info.field("nvr").nvr());
        });
        return nvrs;
    }
}
