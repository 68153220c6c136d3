package io.freshmaker.query.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * A fact that the read models know, as far as pages are concerned.
 *
 * @param position in the feed
 * @param index in the store
 * @param event the number of its Event; null when a replay has not come to it yet
 * @param build the number of its build; null when it is about the Event itself or a compose
 * @param compose the id of its compose; null when it is about something else
 */
record Step(
        long position,
        long index,
        @Nullable Integer event,
        @Nullable Integer build,
        @Nullable String compose) {}
