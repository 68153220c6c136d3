package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an image is built from, that of its last stage first (spec §7.3).
 *
 * @param last of its last stage: what the image's metadata says, else what its build says; null for a base image
 * @param all with those of earlier stages, which only its build knows
 */
record Parents(@Nullable Nvr last, List<Nvr> all) {
    static Parents of(ImageRecord image, @Nullable BuiltImage built) {
        List<Nvr> all = new ArrayList<>(built == null ? List.of() : built.parents());
        Nvr last = image.parent();
        if (last != null && !all.remove(last) && !all.isEmpty()) all.removeFirst();
        if (last != null) all.addFirst(last);
        return new Parents(all.isEmpty() ? null : all.getFirst(), List.copyOf(all));
    }

    /** The parent of its last stage, when nobody knows it: such an image cannot be built. */
    Optional<Nvr> unknownTo(LookedUp images) {
        return Optional.ofNullable(last).filter(parent -> images.record(parent).isEmpty());
    }
}
