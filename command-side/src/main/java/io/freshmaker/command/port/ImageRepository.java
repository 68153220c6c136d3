package io.freshmaker.command.port;

import java.util.List;
import java.util.Set;

/**
 * A repository of published images (spec §7.2, 1).
 *
 * @param name e.g. {@code rhel7/rhel}
 * @param categories e.g. {@code Generally Available}, {@code Tech Preview}, {@code Beta}
 * @param autoRebuildTags the image with one of these is rebuilt by itself; none: nothing is
 */
public record ImageRepository(
        String registry, String name, boolean published, Set<String> categories, Set<String> autoRebuildTags) {

    public ImageRepository {
        categories = Set.copyOf(categories);
        autoRebuildTags = Set.copyOf(autoRebuildTags);
    }

    /** Whether images in it are what customers are told to use. */
    public boolean isReleased() {
        return List.of("Beta", "Tech Preview").stream().noneMatch(categories::contains);
    }
}
