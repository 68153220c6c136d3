package io.freshmaker.command.adapter.catalogfile;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Images of a catalog as an advisory's planning sees images (docs/configuration.md, "The catalog"): each lies in a repository of the
 * name of its sources, with the one tag that is rebuilt by itself. The file says nothing of content sets, so an image matches any.
 */
final class CatalogImages {

    private static final String REGISTRY = "catalog";
    private static final String TAG = "latest";
    private static final String NO_ARCH = "noarch";

    private CatalogImages() {}

    /** A repository is published when one of its images is. */
    static ImageRepository repository(String name, boolean published) {
        return new ImageRepository(REGISTRY, name, published, Set.of(), Set.of(TAG));
    }

    static ImageRecord record(KnownImage image, SortedSet<String> contentSets) {
        Placement placement = new Placement(REGISTRY, image.source().repository(), image.published(), Set.of(TAG));
        return new ImageRecord(
                image.nvr(), List.of(placement), contentSets, lastStage(image), Map.of(), byArch(image.rpms()));
    }

    /** Nothing is a base image here: only Koji wants those to have a repository of their own. */
    static BuiltImage built(KnownImage image) {
        List<Nvr> parents = new ArrayList<>(image.parents().reversed());
        SortedSet<String> arches = new TreeSet<>(byArch(image.rpms()).keySet());
        arches.remove(NO_ARCH);
        return new BuiltImage(image.nvr(), image.source(), parents, false, List.copyOf(arches), List.of(), false, null);
    }

    /** The last of those that it is built from. */
    private static @Nullable Nvr lastStage(KnownImage image) {
        return image.parents().isEmpty() ? null : image.parents().getLast();
    }

    /** What is for every architecture is in each of them. */
    private static SortedMap<String, List<Rpm>> byArch(List<Rpm> rpms) {
        SortedMap<String, List<Rpm>> byArch = rpms.stream().collect(groupingBy(Rpm::arch, TreeMap::new, toList()));
        if (byArch.size() < 2 || !byArch.containsKey(NO_ARCH)) return byArch;
        List<Rpm> everywhere = List.copyOf(byArch.remove(NO_ARCH));
        byArch.replaceAll((_, own) -> {
            List<Rpm> all = new ArrayList<>(own);
            all.addAll(everywhere);
            return List.copyOf(all);
        });
        return byArch;
    }
}
