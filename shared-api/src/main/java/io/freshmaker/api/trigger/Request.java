package io.freshmaker.api.trigger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.Nvr;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's wish for a rebuild.
 *
 * @param id by which it is known when it is sent or heard again
 * @param way how it came
 * @param requester null where nobody has to log in, and for what came over the bus: anybody can write a name there
 * @param dependsOn numbers of the Events whose results it builds upon (spec §2.11)
 * @param metadata what he added, JSON values by name; some are options (spec §2.8), all are shown as they came
 */
public record Request(String id, Way way, @Nullable Actor requester, List<Integer> dependsOn, Map<String, ?> metadata) {

    /** How it came. */
    public enum Way {
        /** Over HTTP; the bus is told of it. */
        API,
        /** Over the bus, so that nobody needs to be told there. */
        BUS
    }

    public Request {
        dependsOn = List.copyOf(dependsOn);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Whether what was rebuilt for the same advisory before is left alone: unless he says {@code "skip_rebuilt": false}. */
    @JsonIgnore
    public boolean isWithoutRebuilt() {
        return !Boolean.FALSE.equals(metadata.get(RequestOptions.SKIP_REBUILT));
    }

    /** Whether bundles say whose place they take: unless he says {@code "olm_substitutes": false}. */
    @JsonIgnore
    public boolean isSubstituting() {
        return !Boolean.FALSE.equals(metadata.get(RequestOptions.OLM_SUBSTITUTES));
    }

    /** Which image bundles are to refer to in the place of each of these, whatever else is known. */
    @JsonIgnore
    public Map<Nvr, Nvr> imageOverrides() {
        return RequestOptions.imageOverrides(metadata);
    }
}
