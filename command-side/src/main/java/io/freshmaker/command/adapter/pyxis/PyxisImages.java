package io.freshmaker.command.adapter.pyxis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.freshmaker.command.metadata.ImageReader;
import io.freshmaker.command.metadata.ToldImage;
import io.freshmaker.command.port.Unavailable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads images as Pyxis' GraphQL tells of them: what they contain lies behind an edge, which may be broken by itself.
 *
 * @param what was asked, for people
 */
record PyxisImages(String what) {

    private static final int NOT_FOUND = 404;

    /** @param wanted names of the RPMs that are kept */
    List<ToldImage> read(Collection<JsonNode> images, Predicate<String> wanted) {
        return images.stream()
                .flatMap(image -> reader().read(image, rpms(image), wanted).stream())
                .toList();
    }

    /** Without what it contains, as REST tells of it. */
    Optional<ToldImage> readWithout(JsonNode image) {
        return reader().read(image, null, _ -> false);
    }

    /** Null where Pyxis has no manifest. */
    private @Nullable JsonNode rpms(JsonNode image) {
        JsonNode manifest = image.path("edges").path("rpm_manifest");
        JsonNode error = manifest.path("error");
        if (error.isObject() && error.path("status").asInt() != NOT_FOUND) {
            throw new Unavailable("pyxis could not tell what %s contains (%s): %s"
                    .formatted(
                            image.path("brew").path("build").asText("an image"),
                            what,
                            error.path("detail").asText("no detail")));
        }
        JsonNode data = manifest.path("data");
        if (!data.isObject()) return null;
        return data.hasNonNull("rpms") ? data.path("rpms") : JsonNodeFactory.instance.arrayNode();
    }

    private ImageReader reader() {
        return new ImageReader(GraphQl.SYSTEM, what);
    }
}
