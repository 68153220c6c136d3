package io.freshmaker.command.adapter.lightblue;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Remembered;
import io.freshmaker.command.port.ImageRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an image is built from, where its record does not say so: the image that is stacked of the same layers but the top one
 * (spec §7.3, S). Only records that are not published tell their true layers.
 */
final class LayerParents {

    private static final Logger log = LoggerFactory.getLogger(LayerParents.class);

    private static final Duration LIFETIME = Duration.ofSeconds(120);
    private static final int MOST = 1000;
    /** So many has an image that is made of RPMs and of no other image. */
    private static final int LAYERS_OF_A_BASE = 2;

    private final LightblueApi lightblue;
    private final Remembered<List<String>, Optional<Nvr>> known;

    LayerParents(LightblueApi lightblue, Clock clock) {
        this.lightblue = lightblue;
        this.known = new Remembered<>(LIFETIME, MOST, clock);
    }

    /** The record with its parent, where one can be found by the layers of what was told of the image. */
    ImageRecord completed(ImageRecord image, Collection<LayeredImage> told) {
        if (image.parent() != null) return image;
        Optional<List<String>> layers = told.stream()
                .filter(one -> one.told().record().nvr().equals(image.nvr()))
                .filter(one ->
                        !one.told().record().isPublished() && !one.layers().isEmpty())
                .sorted(Comparator.comparing(one -> one.told().arch()))
                .map(LayeredImage::layers)
                .findFirst();
        if (layers.isEmpty()) {
            log.info("{} has no unpublished record in Lightblue, whose layers would tell its parent", image.nvr());
        }
        return layers.filter(all -> all.size() > LAYERS_OF_A_BASE)
                .flatMap(all -> parent(all.subList(1, all.size())))
                .map(parent -> image.mergedWith(
                        new ImageRecord(image.nvr(), List.of(), Collections.emptySortedSet(), parent, Map.of(), null)))
                .orElse(image);
    }

    private Optional<Nvr> parent(List<String> layers) {
        return known.orAsk(List.copyOf(layers), () -> found(layers));
    }

    private Optional<Nvr> found(List<String> layers) {
        var query = Condition.all(List.of(
                Condition.is("parsed_data.layers.*", layers.getFirst()),
                Condition.is("parsed_data.layers#", layers.size())));
        return LayeredImage.read(lightblue.images(query, Projection.IMAGE_WITHOUT_RPMS), _ -> false).stream()
                .filter(one -> one.layers().equals(layers))
                .map(one -> one.told().record())
                .max(Comparator.comparing(ImageRecord::isPublished).thenComparing(ImageRecord::nvr))
                .map(ImageRecord::nvr);
    }
}
