package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImagePackages;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The builds whose RPMs Koji lists in the archives of an image; an RPM that came from elsewhere has none. */
record KojiImagePackages(KojiHub hub) implements ImagePackages {

    /** An image has hundreds of RPMs, and Koji says a kilobyte of each. */
    private static final int LISTS_TOGETHER = 20;

    @Override
    public SortedSet<Nvr> buildsIn(Nvr image) {
        return Bulk.ofAll(hub).ask("getBuild", builds(archives(image))).values().stream()
                .filter(build -> !build.isNil())
                .map(build -> build.field("nvr").nvr())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Long> archives(Nvr image) {
        return hub.ask("getBuild", image.value())
                .field("id")
                .numberIfAny()
                .map(id -> hub.ask("listArchives", id, Call.named(Map.of("type", "image"))))
                .map(archives -> archives.list().stream()
                        .map(archive -> archive.field("id").number())
                        .toList())
                .orElse(List.of());
    }

    private List<Long> builds(List<Long> archives) {
        return Bulk.ofAll(hub)
                .by(LISTS_TOGETHER)
                .ask(archives, archive -> Call.of("listRPMs", Call.named(Map.of("imageID", archive))))
                .values()
                .stream()
                .flatMap(rpms -> rpms.list().stream())
                .flatMap(rpm -> rpm.field("build_id").numberIfAny().stream())
                .filter(build -> build > 0)
                .distinct()
                .toList();
    }
}
