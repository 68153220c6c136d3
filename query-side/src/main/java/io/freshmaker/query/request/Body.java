package io.freshmaker.query.request;

import io.freshmaker.api.trigger.RequestMetadata;
import io.freshmaker.api.trigger.RequestOptions;
import io.freshmaker.api.value.Names;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.query.web.ApiError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request for a rebuild says, field by field as the original checks it and with its texts (spec §10.5). JSON's null counts
 * as absent, and what no field is known by is left alone: clients of the original send such, too.
 */
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** More images than anybody names by hand. */
    private static final int MOST_IMAGES = 1_000;

    private static final String CONTAINER = "-container";
    private static final String IMAGES = "container_images";
    private static final String OVERRIDES = RequestOptions.IMAGE_OVERRIDES;

    private final JsonNode fields;

    private Body(JsonNode fields) {
        this.fields = fields;
    }

    /** Throws {@link ApiError} where a field that any such request may have is not what it must be. */
    static Body of(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) throw ApiError.badRequest("The request must be a JSON object.");
        Body checked = new Body(body);
        checked.advisory();
        checked.event();
        checked.branch();
        checked.target();
        checked.texts();
        checked.isDryRun();
        checked.isForced();
        checked.metadata();
        return checked;
    }

    Optional<Long> advisory() {
        return number("errata_id", Long.MAX_VALUE);
    }

    /** The number of the Event that it builds upon. */
    Optional<Integer> event() {
        return number("freshmaker_event_id", Integer.MAX_VALUE).map(Long::intValue);
    }

    /** NVRs, each once. */
    List<String> images() {
        return require(texts(), Nvr::isPlain, "name-version-releases");
    }

    /** Names of images, each once, with the suffix that all of them have. */
    List<String> names() {
        List<String> names = texts().stream()
                .map(name -> name.endsWith(CONTAINER) ? name : name + CONTAINER)
                .distinct()
                .toList();
        return require(names, Names::isPlain, "names of images");
    }

    /** The branch in dist-git; null where none is named. */
    @Nullable
    String branch() {
        return text("dist_git_branch", Names::isBranch, "the name of a branch");
    }

    /** The Koji target; null where none is named. */
    @Nullable
    String target() {
        return text("brew_target", Names::isPlain, "the name of a target");
    }

    boolean isDryRun() {
        return flag("dry_run");
    }

    boolean isForced() {
        return flag("force");
    }

    /** What he added; overrides that stand beside it are taken in, where the original only looked whether they are an object. */
    Map<String, ?> metadata() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(object("metadata"));
        if (!isAbsent(fields.path(OVERRIDES))) {
            if (isAbsent(fields.path(IMAGES))) {
                throw ApiError.badRequest("\"%s\" can be given with \"%s\" only.".formatted(OVERRIDES, IMAGES));
            }
            all.putIfAbsent(OVERRIDES, object(OVERRIDES));
        }
        RequestOptions.wrong(all).ifPresent(wrong -> {
            throw ApiError.badRequest("\"%s\" must be %s.".formatted(wrong.name(), wrong.expected()));
        });
        if (!RequestMetadata.isKeepable(all)) {
            throw ApiError.badRequest("\"metadata\" must have at most %d characters and %d levels, and no NUL."
                    .formatted(RequestMetadata.LONGEST, RequestMetadata.DEEPEST));
        }
        return all;
    }

    private Optional<Long> number(String name, long highest) {
        JsonNode value = fields.path(name);
        if (isAbsent(value)) return Optional.empty();
        if (!value.isIntegralNumber()) throw ApiError.badRequest("\"%s\" must be an integer.".formatted(name));
        if (!value.canConvertToLong() || value.asLong() < 1 || value.asLong() > highest) {
            throw ApiError.badRequest("\"%s\" must be an integer from 1 to %d.".formatted(name, highest));
        }
        return Optional.of(value.asLong());
    }

    private boolean flag(String name) {
        JsonNode value = fields.path(name);
        if (isAbsent(value)) return false;
        if (!value.isBoolean()) throw ApiError.badRequest("\"%s\" must be a boolean.".formatted(name));
        return value.asBoolean();
    }

    private List<String> texts() {
        JsonNode images = fields.path(IMAGES);
        if (isAbsent(images)) return List.of();
        if (!images.isArray() || !images.valueStream().allMatch(JsonNode::isString)) {
            throw ApiError.badRequest("\"container_images\" must be an array of strings.");
        }
        List<String> texts =
                images.valueStream().map(JsonNode::asString).distinct().toList();
        if (texts.size() > MOST_IMAGES) {
            throw ApiError.badRequest("\"container_images\" must name at most %d images.".formatted(MOST_IMAGES));
        }
        return texts;
    }

    private static List<String> require(List<String> images, Predicate<String> wanted, String what) {
        if (images.stream().allMatch(wanted)) return images;
        throw ApiError.badRequest("\"container_images\" must be %s.".formatted(what));
    }

    private @Nullable String text(String name, Predicate<String> wanted, String what) {
        JsonNode value = fields.path(name);
        if (isAbsent(value)) return null;
        if (!value.isString()) throw ApiError.badRequest("\"%s\" must be a string.".formatted(name));
        if (wanted.test(value.asString())) return value.asString();
        throw ApiError.badRequest("\"%s\" must be %s.".formatted(name, what));
    }

    private Map<String, @Nullable Object> object(String name) {
        JsonNode value = fields.path(name);
        Map<String, @Nullable Object> found = new LinkedHashMap<>();
        if (isAbsent(value)) return found;
        if (!value.isObject()) throw ApiError.badRequest("\"%s\" must be an object.".formatted(name));
        value.forEachEntry((key, one) -> found.put(key, JSON.convertValue(one, Object.class)));
        return found;
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }
}
