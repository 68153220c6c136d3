package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import java.util.Collection;
import java.util.HashMap;
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
        Map<Nvr, Nvr> instead = new HashMap<>();
        Map<Nvr, ImageRecord> affected = new TreeMap<>();
        for (ImageNode node : graph.images()) {
            newerThan(node, graph, images).ifPresent(newest -> {
                instead.put(node.nvr(), newest.nvr());
                if (!graph.has(newest.nvr()) && judge.on(newest).affected()) affected.put(newest.nvr(), newest);
            });
        }
        images.resolve(affected.keySet());
        return new NewestBase(
                instead,
                affected.values().stream().map(image -> node(image, images, judge)).toList());
    }

    /** Not when it became an image that is built from another one, which may even be built from this one. */
    private static Optional<ImageRecord> newerThan(ImageNode node, ImageGraph graph, LookedUp images) {
        if (node.directly() || !node.isBase()) return Optional.empty();
        return images.releasesOf(node.nvr()).stream()
                .reduce((_, higher) -> higher)
                .filter(newest -> node.isLowerThan(newest.nvr()))
                .filter(newest -> !graph.has(newest.nvr()) || graph.node(newest.nvr()).isBase());
    }

    /** What it is built from, should it not be a base image any more, is left as it is. */
    private static ImageNode node(ImageRecord image, LookedUp images, Judge judge) {
        var built = images.built(image.nvr());
        return new ImageNode(
                image,
                built,
                false,
                false,
                judge.on(image).reason(),
                Group.of(image.nvr(), Repositories.namesOf(image)),
                List.of(),
                Parents.of(image, built).all(),
                Flaws.of(image, built, Optional.empty()).orElse(null));
    }
}
