package io.freshmaker.command.metadata;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.ListedRepository;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Pyxis and Lightblue tell in the same words, made from what is to be told. */
public final class ImageJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> REGISTRY_NAMES = Map.of("x86_64", "amd64", "aarch64", "arm64");

    /** A record, and the RPMs that its system keeps in its own place; null where it has no manifest. */
    public record Told(ObjectNode json, @Nullable ArrayNode rpms) {}

    private ImageJson() {}

    public static ObjectNode repository(ImageRepository repository) {
        ObjectNode json = JSON.createObjectNode();
        json.put("registry", repository.registry())
                .put("repository", repository.name())
                .put("published", repository.published());
        ArrayNode categories = json.putArray("release_categories");
        repository.categories().forEach(categories::add);
        ArrayNode tags = json.putArray("auto_rebuild_tags");
        repository.autoRebuildTags().forEach(tags::add);
        return json;
    }

    public static ObjectNode repository(ListedRepository listed) {
        ObjectNode json = repository(listed.repository());
        if (!listed.hasTagList()) json.putNull("auto_rebuild_tags");
        return json;
    }

    /** One for each architecture. */
    public static List<Told> images(ImageRecord image) {
        if (image.rpms() == null) return List.of(new Told(image(image, "x86_64"), null));
        List<Told> told = new ArrayList<>();
        image.rpms().forEach((arch, rpms) -> {
            ArrayNode list = JSON.createArrayNode();
            rpms.forEach(rpm -> list.add(rpm(rpm)));
            told.add(new Told(image(image, arch), list));
        });
        return told;
    }

    private static ObjectNode image(ImageRecord image, String arch) {
        ObjectNode json = JSON.createObjectNode();
        json.put("architecture", REGISTRY_NAMES.getOrDefault(arch, arch));
        json.putObject("brew")
                .put("build", image.nvr().value())
                .put("package", image.nvr().name());
        ArrayNode sets = json.putArray("content_sets");
        image.contentSets().forEach(sets::add);
        json.put(
                "parent_brew_build",
                image.parent() == null ? null : image.parent().value());
        ArrayNode labels = json.putObject("parsed_data").putArray("labels");
        image.labels()
                .forEach((name, value) -> labels.addObject().put("name", name).put("value", value));
        ArrayNode places = json.putArray("repositories");
        image.repositories().forEach(place -> {
            ObjectNode one = places.addObject();
            one.put("registry", place.registry())
                    .put("repository", place.repository())
                    .put("published", place.published());
            ArrayNode tags = one.putArray("tags");
            place.tags().forEach(tag -> tags.addObject().put("name", tag));
        });
        return json;
    }

    private static ObjectNode rpm(Rpm rpm) {
        return JSON.createObjectNode()
                .put("name", rpm.name())
                .put("nvra", rpm.toString())
                .put("srpm_name", rpm.name())
                .put("srpm_nevra", rpm.nvr() + ".src");
    }
}
