package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.Rpm;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks in bulk what Koji knows of image builds. RPMs are those of one architecture, x86_64 where there is one, as the original
 * compares one only (spec §7.1).
 */
final class ImageLookup {

    private static final Logger log = LoggerFactory.getLogger(ImageLookup.class);

    /** An image has hundreds of RPMs, and Koji says a kilobyte of each. */
    static final int LISTS_TOGETHER = 20;

    private static final String USUAL = "x86_64";

    private final KojiHub hub;
    private final Set<Long> said = ConcurrentHashMap.newKeySet();

    ImageLookup(KojiHub hub) {
        this.hub = hub;
    }

    /** By id; those of which Koji cannot say all that is needed are not there, and the log says so. */
    Map<Long, KnownImage> images(Collection<Long> ids) {
        ImageBuilds builds = ImageBuilds.asked(hub, ids);
        Map<Long, List<Rpm>> rpms = rpms(builds);
        Map<Long, KnownImage> images = new HashMap<>();
        builds.all().forEach(build -> image(build, builds, rpms).ifPresent(one -> images.put(build.id(), one)));
        return images;
    }

    private void sayOnce(ImageBuild build, String what) {
        if (said.add(build.id())) log.warn("{} is left out of the images: Koji does not say {}", build.nvr(), what);
    }

    private Optional<KnownImage> image(ImageBuild build, ImageBuilds builds, Map<Long, List<Rpm>> rpms) {
        Optional<Source> source = builds.requestOf(build).flatMap(build::source);
        List<Rpm> contained = rpms.get(build.id());
        if (source.isEmpty() || contained == null) {
            sayOnce(build, source.isEmpty() ? "from which commit it was built" : "which RPMs it contains");
            return Optional.empty();
        }
        List<Nvr> all = Stream.concat(build.otherParents().stream(), builds.parentOf(build).stream())
                .toList();
        return Optional.of(new KnownImage(build.nvr(), source.get(), all, contained, true));
    }

    /** By build; one without image archives has none. */
    private Map<Long, List<Rpm>> rpms(ImageBuilds builds) {
        Map<Long, Optional<Long>> archives = new HashMap<>();
        Bulk.ofAll(hub)
                .by(LISTS_TOGETHER)
                .ask("listArchives", builds.ids(), Map.of("type", "image"))
                .forEach((build, list) -> archives.put(build, usual(list)));
        Map<Long, Value> lists = Bulk.ofAll(hub)
                .by(LISTS_TOGETHER)
                .ask(
                        archives.values().stream().flatMap(Optional::stream).toList(),
                        archive -> Call.of("listRPMs", Call.named(Map.of("imageID", archive))));
        Map<Long, List<Rpm>> rpms = new HashMap<>();
        archives.forEach((build, archive) -> {
            if (archive.isEmpty()) rpms.put(build, List.of());
            else
                archive.flatMap(id -> Optional.ofNullable(lists.get(id)))
                        .ifPresent(list -> rpms.put(build, KojiRpms.of(list)));
        });
        return rpms;
    }

    private static Optional<Long> usual(Value archives) {
        return archives.list().stream()
                .min(Comparator.comparing(ImageLookup::isOther)
                        .thenComparing(archive -> archive.field("id").number()))
                .map(archive -> archive.field("id").number());
    }

    private static boolean isOther(Value archive) {
        return !archive.path("extra", "image", "arch").raw().equals(USUAL);
    }
}
