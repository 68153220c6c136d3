package io.freshmaker.query.event;

import io.freshmaker.api.wire.BuildJson;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The builds of a page of Events, by the Event's number; one statement each, however many Events. */
public interface BuildsOfEvents {

    /** All builds, in the order of their ids. */
    Map<Integer, List<BuildJson>> of(Collection<Integer> events);

    /** How many builds are in which state, only states that occur, and {@code total}; Events without builds have no entry. */
    Map<Integer, Map<String, Integer>> summaries(Collection<Integer> events);
}
