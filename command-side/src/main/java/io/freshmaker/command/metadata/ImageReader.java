package io.freshmaker.command.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.ListedRepository;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.Unavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an image in one architecture from the JSON that Lightblue and, after it, Pyxis made of it (spec §7.1). What is no record of
 * an image at all was not said by that system: {@link Unavailable}.
 *
 * @param system for people, e.g. {@code pyxis}
 * @param what was asked, for people
 */
public record ImageReader(String system, String what) {

    private static final Logger log = LoggerFactory.getLogger(ImageReader.class);

    /** What registries call an architecture, and what RPM calls it. */
    private static final Map<String, String> ARCHES =
            Map.of("amd64", "x86_64", "arm64", "aarch64", "386", "i686", "arm", "armv7hl");

    /**
     * @param rpms the list of what it contains; null where it is not known
     * @param wanted names of the RPMs that are kept
     * @return nothing where it has no metadata of Brew: then it was built elsewhere, as by Konflux, and is not ours to rebuild
     */
    public Optional<ToldImage> read(JsonNode image, @Nullable JsonNode rpms, Predicate<String> wanted) {
        if (!image.isObject()) throw strange("an image that is no object");
        JsonNode build = image.path("brew").path("build");
        Optional<Nvr> nvr = nvr(build);
        if (nvr.isEmpty() && build.isTextual()) log.warn("{} knows an image {}: that is no NVR", system, build);
        String arch = arch(image);
        return nvr.map(known -> new ToldImage(arch, record(known, image, manifest(arch, rpms, wanted))));
    }

    /** Reads a repository of images. */
    public ImageRepository repository(JsonNode told) {
        if (!told.path("repository").isTextual()) throw strange("a repository without its name");
        return new ImageRepository(
                told.path("registry").asText(""),
                told.path("repository").asText(),
                told.path("published").asBoolean(),
                new TreeSet<>(texts(told.path("release_categories"), "release_categories")),
                new TreeSet<>(texts(told.path("auto_rebuild_tags"), "auto_rebuild_tags")));
    }

    /** The same, and whether anybody has said which tags in it are rebuilt. */
    public ListedRepository listed(JsonNode told) {
        return new ListedRepository(repository(told), told.hasNonNull("auto_rebuild_tags"));
    }

    private ImageRecord record(Nvr nvr, JsonNode image, @Nullable SortedMap<String, List<Rpm>> rpms) {
        return new ImageRecord(
                nvr,
                placements(image.path("repositories")),
                new TreeSet<>(texts(image.path("content_sets"), "content_sets")),
                nvr(image.path("parent_brew_build")).orElse(null),
                labels(image.path("parsed_data").path("labels")),
                rpms);
    }

    private static String arch(JsonNode image) {
        String told = image.path("architecture").asText("");
        return ARCHES.getOrDefault(told, told);
    }

    private List<Placement> placements(JsonNode repositories) {
        List<Placement> places = new ArrayList<>();
        for (JsonNode one : list(repositories, "repositories")) {
            List<String> tags = new ArrayList<>();
            list(one.path("tags"), "tags")
                    .forEach(tag -> tags.add(tag.path("name").asText()));
            places.add(new Placement(
                    one.path("registry").asText(""),
                    one.path("repository").asText(""),
                    one.path("published").asBoolean(),
                    new TreeSet<>(tags)));
        }
        return places;
    }

    private Map<String, String> labels(JsonNode labels) {
        Map<String, String> read = new HashMap<>();
        for (JsonNode label : list(labels, "labels")) {
            read.put(label.path("name").asText(), label.path("value").asText());
        }
        return read;
    }

    private @Nullable SortedMap<String, List<Rpm>> manifest(
            String arch, @Nullable JsonNode rpms, Predicate<String> wanted) {
        if (rpms == null) return null;
        List<Rpm> read = new ArrayList<>();
        for (JsonNode one : list(rpms, "rpms")) {
            rpm(one.path("nvra")).filter(rpm -> wanted.test(rpm.name())).ifPresent(read::add);
        }
        SortedMap<String, List<Rpm>> manifest = new TreeMap<>();
        manifest.put(arch, List.copyOf(read));
        return manifest;
    }

    /** Nothing for keys, which RPM keeps among what is installed, without an architecture. */
    private Optional<Rpm> rpm(JsonNode nvra) {
        if (!nvra.isTextual()) throw strange("an RPM without its nvra");
        try {
            return Optional.of(Rpm.parse(nvra.asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Nothing where there is none, or what is there is none. */
    private static Optional<Nvr> nvr(JsonNode told) {
        if (!told.isTextual()) return Optional.empty();
        try {
            return Optional.of(new Nvr(told.asText()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<String> texts(JsonNode list, String name) {
        List<String> texts = new ArrayList<>();
        list(list, name).forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** What is not said is empty. */
    private JsonNode list(JsonNode list, String name) {
        if (list.isArray() || list.isNull() || list.isMissingNode()) return list;
        throw strange(name + " that are no list");
    }

    private Unavailable strange(String found) {
        return new Unavailable("%s answered something strange (%s): %s".formatted(system, what, found));
    }
}
