package io.freshmaker.command.adapter.pyxis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.command.port.Unavailable;
import java.net.URLEncoder;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operator bundles and digests of images, by Pyxis' REST (spec §9.4). Nothing is remembered: a bundle is soon not the newest any more. */
final class PyxisBundles implements OperatorBundles {

    private static final String INDICES = "operators/indices";
    private static final String BUNDLES = "operators/bundles";
    private static final String IMAGES = "images";
    private static final String IMAGES_OF_AN_NVR = "images/nvr";

    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_+.-]+:[0-9A-Fa-f]+");
    private static final Pattern INDEX = Pattern.compile("[A-Za-z0-9._:/@-]+");

    private static final String BUNDLE_FIELDS = "data.bundle_path_digest,data.csv_name,data.version_original";

    /** One whose name is known comes before the others. */
    private static final Comparator<OperatorBundle> BY_NAME = Comparator.comparing(
                    OperatorBundle::csvName, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(OperatorBundle::csvVersion, Comparator.nullsLast(Comparator.naturalOrder()));

    private final Rest rest;
    private final IndexImages wanted;

    PyxisBundles(Rest rest, IndexImages wanted) {
        this.rest = rest;
        this.wanted = wanted;
    }

    /** One question for each digest, as the original asks. */
    @Override
    public List<OperatorBundle> referringTo(Collection<String> digests) {
        List<String> indices = indices();
        SequencedSet<OperatorBundle> found = new LinkedHashSet<>();
        if (indices.isEmpty()) return List.of();
        for (String digest : digests(digests)) {
            String filter =
                    "related_images.digest==%s and latest_in_channel==true and source_index_container_path=in=(%s)"
                            .formatted(digest, String.join(",", indices));
            rest.all(BUNDLES, filter, BUNDLE_FIELDS).forEach(told -> found.add(bundle(told)));
        }
        return List.copyOf(found);
    }

    /** By each digest that an image has: with one architecture, its manifest may be listed in the place of the list. */
    @Override
    public Map<Nvr, OperatorBundle> bundlesIn(Collection<Nvr> images) {
        Map<Nvr, OperatorBundle> found = new TreeMap<>();
        for (Nvr image : new TreeSet<>(images)) {
            List<String> digests =
                    digests(placesOf(image).flatMap(PyxisBundles::digestsAt).toList());
            if (digests.isEmpty()) continue;
            String filter = "bundle_path_digest=in=(%s)".formatted(String.join(",", digests));
            rest.all(BUNDLES, filter, BUNDLE_FIELDS).stream()
                    .map(PyxisBundles::bundle)
                    .min(BY_NAME)
                    .ifPresent(bundle -> found.put(image, bundle));
        }
        return found;
    }

    @Override
    public Map<String, Nvr> imagesWith(Collection<String> digests) {
        Map<String, Nvr> images = new TreeMap<>();
        for (String digest : digests(digests)) {
            String filter = "repositories.manifest_list_digest==%s or repositories.manifest_schema2_digest==%1$s"
                    .formatted(digest);
            rest.all(IMAGES, filter, "data.brew").stream()
                    .flatMap(image -> nvr(image).stream())
                    .min(Comparator.naturalOrder())
                    .ifPresent(nvr -> images.put(digest, nvr));
        }
        return images;
    }

    @Override
    public Map<Nvr, List<ManifestList>> manifestsOf(Collection<Nvr> images) {
        Map<Nvr, List<ManifestList>> manifests = new TreeMap<>();
        for (Nvr image : new TreeSet<>(images)) {
            List<ManifestList> found = placesOf(image)
                    .flatMap(place -> manifestList(place).stream())
                    .distinct()
                    .sorted(Comparator.comparing(ManifestList::digest).thenComparing(ManifestList::published))
                    .toList();
            if (!found.isEmpty()) manifests.put(image, found);
        }
        return manifests;
    }

    /** The paths of the index images that are looked at. */
    private List<String> indices() {
        String filter =
                wanted.organizations().stream().map("organization=="::concat).collect(joining(" or "));
        return rest.all(INDICES, filter, "data.path,data.ocp_version").stream()
                .filter(index -> wanted.isWanted(index.path("ocp_version").asText()))
                .map(index -> index.path("path").asText())
                .filter(INDEX.asMatchPredicate())
                .distinct()
                .sorted()
                .toList();
    }

    private static OperatorBundle bundle(JsonNode told) {
        JsonNode digest = told.path("bundle_path_digest");
        if (!digest.isTextual()) throw strange(BUNDLES, "a bundle without its bundle_path_digest");
        return new OperatorBundle(digest.asText(), text(told.path("csv_name")), text(told.path("version_original")));
    }

    /** The repositories that an image lies in, once for each of its architectures. */
    private Stream<JsonNode> placesOf(Nvr image) {
        return rest.under(IMAGES_OF_AN_NVR + "/" + encoded(image), IMAGES_OF_AN_NVR, "data.repositories").stream()
                .map(told -> told.path("repositories"))
                .flatMap(places -> {
                    if (places.isArray()) return places.valueStream();
                    throw strange(IMAGES_OF_AN_NVR, "an image without a list of repositories");
                });
    }

    private static Optional<ManifestList> manifestList(JsonNode place) {
        return Optional.ofNullable(text(place.path("manifest_list_digest")))
                .map(digest -> new ManifestList(digest, place.path("published").asBoolean()));
    }

    private static Stream<String> digestsAt(JsonNode place) {
        return Stream.of("manifest_list_digest", "manifest_schema2_digest")
                .flatMap(name -> Stream.ofNullable(text(place.path(name))));
    }

    /** Nothing where it was built elsewhere, as by Konflux. */
    private static Optional<Nvr> nvr(JsonNode image) {
        JsonNode build = image.path("brew").path("build");
        if (!build.isTextual()) return Optional.empty();
        try {
            return Optional.of(new Nvr(build.asText()));
        } catch (IllegalArgumentException e) {
            throw strange(IMAGES, String.valueOf(e.getMessage()));
        }
    }

    /** What is none would be a part of the filter. */
    private static List<String> digests(Collection<String> digests) {
        return digests.stream()
                .filter(DIGEST.asMatchPredicate())
                .distinct()
                .sorted()
                .toList();
    }

    private static String encoded(Nvr image) {
        return URLEncoder.encode(image.value(), UTF_8).replace("+", "%20");
    }

    private static @Nullable String text(JsonNode told) {
        return told.isTextual() && !told.asText().isEmpty() ? told.asText() : null;
    }

    private static Unavailable strange(String kind, String what) {
        return new Unavailable("pyxis answered something strange (%s): %s".formatted(kind, what));
    }
}
