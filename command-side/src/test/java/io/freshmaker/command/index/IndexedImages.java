package io.freshmaker.command.index;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.Rpm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Images that the tests of the index speak of. */
final class IndexedImages {

    static final List<String> ARCHES = List.of("amd64", "s390x");

    private IndexedImages() {}

    static Nvr nvr(String text) {
        return new Nvr(text);
    }

    /** Published with the tag {@code latest}; it contains the RPMs, each a name-version-release, in all architectures. */
    static ImageRecord image(String nvr, @Nullable String parent, String... rpms) {
        return image(nvr, parent, List.of(placed(true, "latest")), rpms);
    }

    static ImageRecord image(String nvr, @Nullable String parent, List<Placement> placements, String... rpms) {
        return new ImageRecord(
                new Nvr(nvr),
                placements,
                new TreeSet<>(Set.of("base-rpms")),
                parent == null ? null : new Nvr(parent),
                Map.of("name", nvr),
                rpms(rpms));
    }

    /** In each architecture. */
    static SortedMap<String, List<Rpm>> rpms(String... rpms) {
        return new TreeMap<>(ARCHES.stream().collect(toMap(arch -> arch, arch -> in(arch, rpms))));
    }

    static Placement placed(boolean published, String... tags) {
        return placed("apps/web", published, tags);
    }

    static Placement placed(String repository, boolean published, String... tags) {
        return new Placement("registry.example.com", repository, published, Set.of(tags));
    }

    private static List<Rpm> in(String arch, String... rpms) {
        String own = arch.equals("amd64") ? "x86_64" : arch;
        return Arrays.stream(rpms).map(rpm -> new Rpm(new Nvr(rpm), own)).toList();
    }
}
