package io.freshmaker.command.image;

import java.util.Set;

/**
 * How images are chosen (spec §12).
 *
 * @param releasedOnly {@code container_released_dependencies_only}: every older release is replaced by the released one, even one that is newer than it
 * @param newestBase {@code update_base_image}: a base image that is not affected itself is replaced by its newest release
 * @param buildRegistries {@code image_build_repository_registries}: tags in these registries do not count
 */
public record ImageSettings(boolean releasedOnly, boolean newestBase, Set<String> buildRegistries) {

    /** As the original's defaults. */
    public static final ImageSettings DEFAULT = new ImageSettings(false, false, Set.of());
}
