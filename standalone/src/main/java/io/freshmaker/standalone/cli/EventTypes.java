package io.freshmaker.standalone.cli;

import io.freshmaker.api.trigger.EventType;

/** The names of the numbers in {@code event_type_id}. */
final class EventTypes {

    private EventTypes() {}

    static String name(int id) {
        EventType[] types = EventType.values();
        return id >= 0 && id < types.length ? types[id].name() : Integer.toString(id);
    }
}
