package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How images were built, as their builds and tasks tell (spec §7.1, "Resolving" 1). What was built does not change, so Koji is asked
 * once about each; the last {@value #REMEMBERED} that were asked about are remembered. One that Koji does not say enough of has a
 * flaw, and is asked about again the next time.
 */
final class KojiImageBuilds implements BuiltImageSource {

    static final int REMEMBERED = 20_000;

    /** A build has an archive for each architecture, and Koji says two kilobytes of each. */
    private static final int LISTS_TOGETHER = 50;

    private static final float LOAD = 0.75f;

    private final KojiHub hub;
    private final Map<Nvr, BuiltImage> known = new LinkedHashMap<>(16, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Nvr, BuiltImage> eldest) {
            return size() > REMEMBERED;
        }
    };

    KojiImageBuilds(KojiHub hub) {
        this.hub = hub;
    }

    @Override
    public Map<Nvr, BuiltImage> built(Collection<Nvr> nvrs) {
        Map<Nvr, BuiltImage> images = new TreeMap<>();
        nvrs.forEach(nvr -> remembered(nvr).ifPresent(image -> images.put(nvr, image)));
        List<String> others = nvrs.stream()
                .filter(nvr -> !images.containsKey(nvr))
                .map(Nvr::value)
                .toList();
        if (others.isEmpty()) return images;
        asked(others).forEach(image -> {
            remember(image);
            images.put(image.nvr(), image);
        });
        return images;
    }

    private synchronized Optional<BuiltImage> remembered(Nvr nvr) {
        return Optional.ofNullable(known.get(nvr));
    }

    private synchronized void remember(BuiltImage image) {
        if (image.flaw() == null) known.put(image.nvr(), image);
    }

    private List<BuiltImage> asked(Collection<String> nvrs) {
        ImageBuilds builds = ImageBuilds.asked(hub, nvrs);
        Map<Long, Value> archives =
                Bulk.ofAll(hub).by(LISTS_TOGETHER).ask("listArchives", builds.ids(), Map.of("type", "image"));
        return builds.all().stream()
                .map(build -> image(build, builds, arches(archives.get(build.id()))))
                .toList();
    }

    private static BuiltImage image(ImageBuild build, ImageBuilds builds, List<String> arches) {
        Value request = builds.requestOf(build).orElse(Value.NOTHING);
        Optional<Source> source = build.source(request);
        return new BuiltImage(
                build.nvr(),
                source.orElseGet(() -> build.sourceWithoutCommit(request)),
                Stream.concat(builds.parentOf(build).stream(), build.otherParents().stream())
                        .toList(),
                build.isBase(),
                arches,
                build.composes(),
                build.isFlatpak(),
                flaw(build, request, source));
    }

    private static @Nullable String flaw(ImageBuild build, Value request, Optional<Source> source) {
        if (request.isNil()) return "Koji does not know the task that built %s.".formatted(build.nvr());
        if (source.isEmpty()) return "Koji does not say from which commit %s was built.".formatted(build.nvr());
        return null;
    }

    private static List<String> arches(@Nullable Value archives) {
        if (archives == null) return List.of();
        return archives.list().stream()
                .flatMap(archive -> archive.path("extra", "image", "arch").textIfAny().stream())
                .toList();
    }
}
