package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import org.jspecify.annotations.Nullable;

/**
 * An image that the search found to be affected itself.
 *
 * @param repository whose tag for automatic rebuilds it has; null: somebody named the image
 */
record Hit(ImageRecord image, @Nullable ImageRepository repository, Reason reason) {

    /** Whether it lies where customers are told to look, neither in a beta nor in a technology preview. */
    boolean isReleased() {
        return repository == null || repository.isReleased();
    }

    String nameVersion() {
        return image.nvr().name() + "-" + image.nvr().version();
    }

    static Hit higher(Hit one, Hit other) {
        return RpmVersions.LOWEST_FIRST.compare(one.image.nvr(), other.image.nvr()) < 0 ? other : one;
    }
}
