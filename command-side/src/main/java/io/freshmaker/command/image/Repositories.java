package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * In which repositories an image belongs. One that lies in none yet, as a rebuild of Freshmaker's that was not published, belongs
 * where its original does: its release is the original's and a time stamp, maybe a suffix (spec §7.4 and §7.7).
 */
final class Repositories {
    private Repositories() {}

    /** Those that it may be a rebuild of, the nearest first; none when it lies somewhere itself. */
    static List<Nvr> originalsOf(ImageRecord image) {
        List<Nvr> originals = new ArrayList<>();
        if (!image.repositories().isEmpty()) return originals;
        String nvr = image.nvr().value();
        int release = nvr.length() - image.nvr().release().length();
        for (int dot = nvr.lastIndexOf('.'); dot > release; dot = nvr.lastIndexOf('.', dot - 1)) {
            originals.add(new Nvr(nvr.substring(0, dot)));
        }
        return originals;
    }

    /** Their names, sorted; empty when nobody knows. */
    static SortedSet<String> of(ImageRecord image, LookedUp images) {
        SortedSet<String> own = namesOf(image);
        if (!own.isEmpty()) return own;
        return originalsOf(image).stream()
                .flatMap(original -> images.record(original).stream())
                .map(Repositories::namesOf)
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(own);
    }

    static SortedSet<String> namesOf(ImageRecord image) {
        return Collections.unmodifiableSortedSet(image.repositories().stream()
                .map(Placement::repository)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
