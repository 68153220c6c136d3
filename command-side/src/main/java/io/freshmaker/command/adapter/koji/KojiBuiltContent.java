package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.Rpm;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in an image that Koji has built: the RPMs of each of its archives, of which there is one for each architecture (spec
 * §9.2). A build that is not complete, or of which Koji does not list an archive's RPMs, is not known yet.
 */
final class KojiBuiltContent implements BuiltContent {

    private static final long COMPLETE = 1;

    private final KojiHub hub;

    KojiBuiltContent(KojiHub hub) {
        this.hub = hub;
    }

    @Override
    public SortedMap<String, List<Rpm>> rpmsOf(Nvr image) {
        Value build = hub.ask("getBuild", image.value());
        if (build.isNil() || build.field("state").number() != COMPLETE) return Collections.emptySortedMap();
        Value archives = hub.ask("listArchives", build.field("id").number(), Call.named(Map.of("type", "image")));
        Map<Long, String> arches = archives.list().stream()
                .collect(Collectors.toMap(
                        archive -> archive.field("id").number(),
                        KojiBuiltContent::arch,
                        (first, _) -> first,
                        TreeMap::new));
        Map<Long, Value> rpms = Bulk.ofAll(hub)
                .by(ImageLookup.LISTS_TOGETHER)
                .ask(arches.keySet(), archive -> Call.of("listRPMs", Call.named(Map.of("imageID", archive))));
        return rpms.size() < arches.size() ? Collections.emptySortedMap() : byArch(arches, rpms);
    }

    private static SortedMap<String, List<Rpm>> byArch(Map<Long, String> arches, Map<Long, Value> rpms) {
        SortedMap<String, List<Rpm>> byArch = new TreeMap<>();
        rpms.forEach((archive, listed) -> Optional.ofNullable(arches.get(archive))
                .ifPresent(arch -> byArch.merge(arch, KojiRpms.of(listed), KojiBuiltContent::all)));
        return byArch;
    }

    private static List<Rpm> all(List<Rpm> some, List<Rpm> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().toList();
    }

    private static String arch(Value archive) {
        return archive.path("extra", "image", "arch").text();
    }
}
