package io.freshmaker.command.adapter.pyxis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a Pyxis in memory knows of bundles and digests, by REST. It understands the filters that the adapter sends and no others. */
public final class FakePyxisBundles {

    public static final String INDEX = "registry.example.com/index:v4.16";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REFERRING =
            Pattern.compile("related_images\\.digest==(\\S+) and latest_in_channel==true"
                    + " and source_index_container_path=in=\\((.+)\\)");
    private static final Pattern BUNDLE = Pattern.compile("bundle_path_digest=in=\\((.+)\\)");
    private static final Pattern DIGEST = Pattern.compile(
            "repositories\\.manifest_list_digest==(\\S+) or repositories\\.manifest_schema2_digest==\\1");

    private final List<ObjectNode> indices = new ArrayList<>();
    private final List<ObjectNode> bundles = new ArrayList<>();
    private final List<ObjectNode> images = new ArrayList<>();

    FakePyxisBundles() {
        index("redhat", INDEX, "4.16");
    }

    FakePyxisBundles index(String organization, String path, String openshiftVersion) {
        indices.add(JSON.createObjectNode()
                .put("organization", organization)
                .put("path", path)
                .put("ocp_version", openshiftVersion));
        return this;
    }

    public ObjectNode bundle(Listed listed, String index) {
        ObjectNode bundle = JSON.createObjectNode()
                .put("bundle_path_digest", listed.bundle().digest())
                .put("csv_name", listed.bundle().csvName())
                .put("version_original", listed.bundle().csvVersion())
                .put("latest_in_channel", listed.latest())
                .put("source_index_container_path", index);
        ArrayNode related = bundle.putArray("related_images");
        listed.images().forEach(digest -> related.addObject().put("digest", digest));
        bundles.add(bundle);
        return bundle;
    }

    /** One in one architecture; without an NVR it was not built by Koji. */
    ObjectNode image(String nvr, String digest, boolean published) {
        ObjectNode image = JSON.createObjectNode();
        if (nvr.isEmpty()) image.putNull("brew");
        else image.putObject("brew").put("build", nvr);
        image.putArray("repositories").addObject().put("published", published).put("manifest_list_digest", digest);
        images.add(image);
        return image;
    }

    public ObjectNode image(Nvr nvr, String digest, boolean published) {
        return image(nvr.value(), digest, published);
    }

    static boolean knows(String path) {
        return path.startsWith("/v1/operators/")
                || path.startsWith("/v1/images/nvr/")
                || path.contains("manifest_list_digest");
    }

    JsonNode answer(String path) {
        URI uri = URI.create(path);
        String query = URLDecoder.decode(uri.getRawQuery(), StandardCharsets.UTF_8);
        String filter =
                query.contains("filter=") ? query.replaceFirst(".*filter=", "").replaceFirst("&page_size=.*", "") : "";
        int page = Integer.parseInt(query.replaceFirst(".*&page=", ""));
        ArrayNode data = JSON.createArrayNode();
        if (page == 0) found(uri.getPath(), filter).forEach(data::add);
        return JSON.createObjectNode().set("data", data);
    }

    private Stream<ObjectNode> found(String path, String filter) {
        return switch (path) {
            case "/v1/operators/indices" ->
                indices.stream()
                        .filter(index -> List.of(filter.split(" or "))
                                .contains("organization=="
                                        + index.path("organization").asText()));
            case "/v1/operators/bundles" ->
                filter.startsWith("bundle_path")
                        ? bundlesWith(List.of(matched(BUNDLE, filter).group(1).split(",")))
                        : bundles(matched(REFERRING, filter));
            case "/v1/images" -> {
                String digest = matched(DIGEST, filter).group(1);
                yield images.stream().filter(image -> has(image, digest));
            }
            default ->
                images.stream()
                        .filter(image -> path.equals("/v1/images/nvr/"
                                + image.path("brew").path("build").asText()));
        };
    }

    private Stream<ObjectNode> bundlesWith(List<String> digests) {
        return bundles.stream()
                .filter(bundle ->
                        digests.contains(bundle.path("bundle_path_digest").asText()));
    }

    private Stream<ObjectNode> bundles(Matcher asked) {
        return bundles.stream()
                .filter(bundle -> bundle.path("latest_in_channel").asBoolean())
                .filter(bundle -> List.of(asked.group(2).split(","))
                        .contains(bundle.path("source_index_container_path").asText()))
                .filter(bundle -> bundle.path("related_images")
                        .valueStream()
                        .anyMatch(one -> one.path("digest").asText().equals(asked.group(1))));
    }

    private static boolean has(ObjectNode image, String digest) {
        return image.path("repositories")
                .valueStream()
                .anyMatch(one -> one.path("manifest_list_digest").asText().equals(digest)
                        || one.path("manifest_schema2_digest").asText().equals(digest));
    }

    private static Matcher matched(Pattern form, String filter) {
        Matcher asked = form.matcher(filter);
        if (!asked.matches()) throw new IllegalArgumentException(filter);
        return asked;
    }
}
