package io.freshmaker.query.chain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.wire.EventJson;
import java.util.List;

/** A tree of Events: the first has no cause among our builds, each other one is what a build of another led to. */
record Chain(List<EventJson> events, List<Link> links) {

    /** The build {@code fromBuild} of one Event led to the build {@code toBuild} of another. */
    record Link(
            @JsonProperty("from_event") int fromEvent,
            @JsonProperty("from_build") int fromBuild,
            @JsonProperty("to_event") int toEvent,
            @JsonProperty("to_build") int toBuild) {}
}
