package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The newest releases of base images, in the place of those that the search did not find (spec §7.5, {@code update_base_image}).
 *
 * @param instead which release takes the place of which
 * @param added releases that need the advisory themselves and are rebuilt; others are used as they are
 */
record NewestBase(Map<Nvr, Nvr> instead, Collection<ImageNode> added) {
    static NewestBase of(ImageGraph graph, LookedUp images, Judge judge) {
        Map<Nvr, ImageRecord> newest = new TreeMap<>();
        for (ImageNode node : graph.images()) {
            newerThan(node, images).ifPresent(release -> newest.put(node.nvr(), release));
        }
        Map<Nvr, ImageRecord> affected = affected(newest.values(), judge);
        images.resolve(affected.keySet());
        // one that became an image with a parent is another story, and may even be built from what it would replace
        newest.values().removeIf(release -> affected.containsKey(release.nvr()) && !isBase(release, images));
        List<ImageNode> added = affected.values().stream()
                .filter(release -> isBase(release, images) && !graph.has(release.nvr()))
                .map(release -> node(release, images, judge))
                .toList();
        return new NewestBase(instead(newest), added);
    }

    private static Map<Nvr, ImageRecord> affected(Collection<ImageRecord> releases, Judge judge) {
        Map<Nvr, ImageRecord> affected = new TreeMap<>();
        releases.stream()
                .filter(release -> judge.on(release).affected())
                .forEach(release -> affected.put(release.nvr(), release));
        return affected;
    }

    private static Optional<ImageRecord> newerThan(ImageNode node, LookedUp images) {
        if (node.directly() || !node.isBase()) return Optional.empty();
        return images.releasesOf(node.nvr()).stream()
                .reduce((_, higher) -> higher)
                .filter(newest -> node.isLowerThan(newest.nvr()));
    }

    private static boolean isBase(ImageRecord release, LookedUp images) {
        BuiltImage built = images.built(release.nvr());
        return built != null && built.base();
    }

    private static Map<Nvr, Nvr> instead(Map<Nvr, ImageRecord> newest) {
        Map<Nvr, Nvr> instead = new TreeMap<>();
        newest.forEach((used, release) -> instead.put(used, release.nvr()));
        return instead;
    }

    private static ImageNode node(ImageRecord release, LookedUp images, Judge judge) {
        BuiltImage built = images.built(release.nvr());
        return new ImageNode(
                release,
                built,
                false,
                false,
                judge.on(release).reason(),
                Group.of(release.nvr(), Repositories.namesOf(release)),
                List.of(),
                List.of(),
                Flaws.of(release, built, Optional.empty()).orElse(null));
    }
}
