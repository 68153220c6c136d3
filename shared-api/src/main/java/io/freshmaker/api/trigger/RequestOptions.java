package io.freshmaker.api.trigger;

import io.freshmaker.api.value.Nvr;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What of a request's metadata is an option (spec §2.8); JSON's null counts as absent. */
public final class RequestOptions {

    /** Whether what was rebuilt for the same advisory before is left alone. */
    static final String SKIP_REBUILT = "skip_rebuilt";

    /** Whether a rebuilt bundle says whose place it takes. */
    static final String OLM_SUBSTITUTES = "olm_substitutes";

    /** Which image bundles are to refer to in the place of which. */
    public static final String IMAGE_OVERRIDES = "bundle_related_image_overrides";

    private RequestOptions() {}

    /**
     * An option that cannot be understood.
     *
     * @param expected what it must be, e.g. {@code a boolean}
     */
    public record Wrong(String name, String expected) {}

    /** The first one; empty for nearly all requests. */
    public static Optional<Wrong> wrong(Map<String, ?> metadata) {
        Optional<Wrong> flag = Stream.of(SKIP_REBUILT, OLM_SUBSTITUTES)
                .filter(name -> metadata.get(name) != null && !(metadata.get(name) instanceof Boolean))
                .map(name -> new Wrong(name, "a boolean"))
                .findFirst();
        return flag.isPresent() || isMapping(metadata.get(IMAGE_OVERRIDES))
                ? flag
                : Optional.of(new Wrong(
                        IMAGE_OVERRIDES, "an object that has a name-version-release for each name-version-release"));
    }

    /** Of what was stored before anybody looked at it, as far as it can be understood. */
    static SortedMap<Nvr, Nvr> imageOverrides(Map<String, ?> metadata) {
        SortedMap<Nvr, Nvr> overrides = new TreeMap<>();
        if (metadata.get(IMAGE_OVERRIDES) instanceof Map<?, ?> told) {
            told.forEach((original, instead) -> {
                if (isNvr(original) && isNvr(instead)) {
                    overrides.put(new Nvr(String.valueOf(original)), new Nvr(String.valueOf(instead)));
                }
            });
        }
        return overrides;
    }

    private static boolean isMapping(@Nullable Object value) {
        return value == null
                || (value instanceof Map<?, ?> map
                        && map.entrySet().stream().allMatch(one -> isNvr(one.getKey()) && isNvr(one.getValue())));
    }

    private static boolean isNvr(@Nullable Object value) {
        return value instanceof String text && Nvr.isPlain(text);
    }
}
