package io.freshmaker.command.compose;

import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import java.time.Instant;
import java.util.Set;

/** What two Events want: the same content sets, and each has more. */
public final class Wishes {

    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    public static final Instant DEADLINE = Instant.parse("2026-11-23T10:00:00Z");
    public static final EventId FIRST = EventId.ofMessage("message-1");
    public static final EventId SECOND = EventId.ofMessage("message-2");
    public static final ComposeRequest SETS = ComposeRequest.ofContentSets(Set.of("shelf-rpms", "board-rpms"));
    public static final ComposeRequest OTHERS = ComposeRequest.ofContentSets(Set.of("teapot-rpms"));

    private Wishes() {}

    public static ComposeRequested requested(EventId event, ComposeRequest wanted) {
        return new ComposeRequested(wanted.idIn(event), event, 7, wanted, DEADLINE, false);
    }

    public static ComposeId id(EventId event) {
        return SETS.idIn(event);
    }
}
