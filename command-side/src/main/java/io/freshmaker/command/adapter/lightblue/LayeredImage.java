package io.freshmaker.command.adapter.lightblue;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.command.metadata.ImageReader;
import io.freshmaker.command.metadata.ToldImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An image in one architecture as Lightblue tells of it.
 *
 * @param layers the digests of what it is stacked of, top first
 */
record LayeredImage(ToldImage told, List<String> layers) {

    private static final ImageReader READER = new ImageReader(LightblueApi.SYSTEM, LightblueApi.IMAGE);

    LayeredImage {
        layers = List.copyOf(layers);
    }

    /** @param wanted names of the RPMs that are kept */
    static List<LayeredImage> read(Collection<JsonNode> images, Predicate<String> wanted) {
        return images.stream()
                .flatMap(image -> READER.read(image, rpms(image), wanted).stream()
                        .map(told -> new LayeredImage(told, layers(image))))
                .toList();
    }

    static List<ToldImage> readWithoutLayers(Collection<JsonNode> images, Predicate<String> wanted) {
        return read(images, wanted).stream().map(LayeredImage::told).toList();
    }

    /** Null where Lightblue has no manifest; it keeps one in a list. */
    private static @Nullable JsonNode rpms(JsonNode image) {
        JsonNode manifest = image.path("rpm_manifest");
        JsonNode one = manifest.isArray() ? manifest.path(0) : manifest;
        return one.hasNonNull("rpms") ? one.path("rpms") : null;
    }

    private static List<String> layers(JsonNode image) {
        List<String> layers = new ArrayList<>();
        image.path("parsed_data").path("layers").forEach(layer -> layers.add(layer.asText()));
        return layers;
    }
}
