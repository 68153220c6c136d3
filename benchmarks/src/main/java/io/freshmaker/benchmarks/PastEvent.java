package io.freshmaker.benchmarks;

import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.event.Tally;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.wire.EventJson;
import io.freshmaker.api.wire.Wire;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An Event of a long history and its builds, the same for the same number: one in ten concerns nothing, the others have from one
 * to twenty builds, fifty in ten Events; most are complete, the newest are still being built.
 *
 * @param firstBuild the number of its first build
 * @param open whether it is being built
 */
record PastEvent(int number, Trigger trigger, EventId id, int firstBuild, int builds, boolean open) {

    private static final int[] SIZES = {0, 1, 1, 2, 3, 4, 5, 6, 8, 20};
    private static final int PERIOD = SIZES.length;
    private static final int BUILDS_IN_PERIOD = 50;
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final long SECONDS_BETWEEN = 300;
    private static final List<String> BRANCHES = List.of("f40", "f41", "f42");

    /** The Event of that number, when the builds of those before begin after {@code earlier} others. */
    static PastEvent of(int number, int earlier, boolean open) {
        int place = number % PERIOD;
        int before = 0;
        for (int i = 0; i < place; i++) before += SIZES[i];
        int first = earlier + number / PERIOD * BUILDS_IN_PERIOD + before + 1;
        return with(number, first, SIZES[place], open && place > 0);
    }

    /** The Event 0, which has so many builds, from the first on. */
    static PastEvent large(int builds) {
        return with(0, 1, builds, false);
    }

    private static PastEvent with(int number, int firstBuild, int builds, boolean open) {
        Trigger trigger = trigger(number);
        return new PastEvent(number, trigger, trigger.eventId(), firstBuild, builds, open);
    }

    /** How many builds the Events up to that number have, which ends in a nine. */
    static int buildsUpTo(int number) {
        return (number + 1) / PERIOD * BUILDS_IN_PERIOD;
    }

    Instant at() {
        return BEGIN.plusSeconds(number * SECONDS_BETWEEN);
    }

    String branch() {
        return branch(number);
    }

    /** As lists may leave it out. */
    boolean listed() {
        return builds > 0;
    }

    EventJson json(List<PlannedBuild> planned) {
        EventJson json = null;
        Instant at = at();
        for (EventDomainEvent fact : facts(planned)) {
            json = Wire.after(json, fact, at);
            at = at.plusSeconds(SECONDS_BETWEEN);
        }
        if (json == null) throw new IllegalStateException("An Event without facts");
        return json;
    }

    private List<EventDomainEvent> facts(List<PlannedBuild> planned) {
        List<EventDomainEvent> facts = new ArrayList<>();
        facts.add(
                new EventRegistered(id(), number, "2024-%08d-0000-4000-8000-000000000000".formatted(number), trigger));
        if (builds == 0) {
            facts.add(new EventSkipped(
                    id(), Reason.of(ReasonCode.NO_CANDIDATES, "what", trigger.searchKey()), List.of()));
            return facts;
        }
        if (number % 100 == 3) {
            facts.add(new EventFailed(
                    id(), Reason.of(ReasonCode.PLANNING_TIMED_OUT, "error", "The catalog did not answer")));
            return facts;
        }
        facts.add(new RebuildPlanned(id(), number, planned, List.of()));
        if (open) return facts;
        facts.add(
                number % 50 == 7
                        ? new EventCanceled(id(), Actor.ANYONE, List.of())
                        : new EventCompleted(id(), new Tally(builds, 0, 0)));
        return facts;
    }

    private static String branch(int number) {
        return BRANCHES.get(number % BRANCHES.size());
    }

    private static Trigger trigger(int number) {
        String branch = branch(number);
        String hash = "%040x".formatted(number);
        return switch (number % 8) {
            case 0 -> new DockerfileChanged("container-" + number % 500, branch, hash);
            case 1 -> new ModuleMetadataChanged("module-" + number % 500, branch, hash);
            case 2 -> new RpmSpecChanged("rpm-" + number % 500, branch, hash);
            default -> new UpdateStable("FEDORA-2024-%08x".formatted(number), List.of("bash-5.2-1." + branch), branch);
        };
    }
}
