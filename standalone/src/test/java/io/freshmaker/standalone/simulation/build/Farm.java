package io.freshmaker.standalone.simulation.build;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.standalone.simulation.fault.Fault;
import io.freshmaker.standalone.simulation.fault.Faults;
import io.freshmaker.standalone.simulation.time.Strand;
import io.freshmaker.standalone.simulation.time.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where builds run. It takes each once and ends it some time later. Either it has as many places as one likes and tells somebody
 * who listens how builds ended, or it has few, only hints that something has ended, and wants to be asked.
 */
public final class Farm {

    private static final Duration LONGEST_BUILD = Duration.ofSeconds(20);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(90);

    private final World world;
    private final Faults faults;
    private final Set<String> broken;
    private final int places;
    private final Strand strand;
    private final Map<Attempt, String> taken = new LinkedHashMap<>();
    private final Map<String, ExternalOutcome> ended = new HashMap<>();
    private final Set<BuildId> refused = new HashSet<>();
    private final Set<BuildId> stopped = new HashSet<>();
    private final List<Witnessed> witnessed = new ArrayList<>();
    private BiConsumer<BuildId, ExternalOutcome> listener = (_, _) -> {};
    private Consumer<String> hinted = _ -> {};

    private record Attempt(BuildId build, int number) {
        static Attempt of(BuildRequest request) {
            return new Attempt(request.build(), request.attempt());
        }
    }

    /** Something that happened here. */
    public record Witnessed(What what, BuildId build, int attempt) {
        /** A build is taken, ends well or badly; or it was asked for again by somebody who had not asked whether it is here. */
        public enum What {
            TAKEN,
            BUILT,
            BROKEN,
            ASKED_FOR_BLINDLY
        }
    }

    /**
     * @param broken names of what cannot be built
     * @param places 0: as many as one likes, and it tells by itself
     */
    public Farm(World world, Faults faults, Set<String> broken, int places) {
        this.world = world;
        this.faults = faults;
        this.broken = broken;
        this.places = places;
        this.strand = world.strand(world.machine("farm"), "builds", 100);
    }

    /** Who is told how builds end; what he is told he must not lose. */
    public void tell(BiConsumer<BuildId, ExternalOutcome> whom) {
        listener = whom;
    }

    /** Who is told that there is news of what is here under this id; it may not reach him. */
    public void hint(Consumer<String> whom) {
        hinted = whom;
    }

    int places() {
        return isFollowed() ? places : Integer.MAX_VALUE;
    }

    Map<String, ExternalOutcome> ended(Collection<String> ids) {
        Map<String, ExternalOutcome> some = new HashMap<>(ended);
        some.keySet().retainAll(ids);
        return some;
    }

    /** Everything that happened here, in its order. */
    public List<Witnessed> witnessed() {
        return witnessed;
    }

    Optional<String> find(BuildRequest request) {
        return Optional.ofNullable(taken.get(Attempt.of(request)));
    }

    /** Whether it will never build that; what it took it does not refuse. */
    boolean refuses(BuildRequest request) {
        BuildId build = request.build();
        if (!taken.containsKey(Attempt.of(request)) && faults.strikes(Fault.BUILD_IS_REFUSED)) refused.add(build);
        return refused.contains(build);
    }

    String take(BuildRequest request) {
        String known = taken.get(Attempt.of(request));
        return known == null || isFollowed() ? begin(request) : known;
    }

    void stop(BuildRequest request) {
        if (taken.containsKey(Attempt.of(request))) stopped.add(request.build());
    }

    void witness(Witnessed.What what, BuildRequest request) {
        world.note(what + " " + request.build() + " " + request.attempt());
        witnessed.add(new Witnessed(what, request.build(), request.attempt()));
    }

    /** Such a one knows no build of ours by itself: who asks twice has two. */
    boolean isFollowed() {
        return places > 0;
    }

    private String begin(BuildRequest request) {
        String id = String.valueOf(1000 + taken.size());
        taken.put(Attempt.of(request), id);
        witness(Witnessed.What.TAKEN, request);
        ExternalOutcome outcome = outcome(request.artifact().name());
        strand.after(world.upTo(LONGEST_BUILD), () -> end(request, id, outcome));
        return id;
    }

    private void end(BuildRequest request, String id, ExternalOutcome outcome) {
        if (stopped.contains(request.build())) return;
        witness(outcome instanceof ExternalOutcome.Built ? Witnessed.What.BUILT : Witnessed.What.BROKEN, request);
        ended.put(id, outcome);
        Runnable news = isFollowed() ? () -> hinted.accept(id) : () -> listener.accept(request.build(), outcome);
        if (isFollowed() && faults.strikes(Fault.HINT_IS_LOST)) return;
        strand.after(faults.strikes(Fault.REPORT_IS_LATE) ? world.upTo(LONGEST_DELAY) : Duration.ZERO, news);
        if (faults.strikes(Fault.REPORT_IS_REPEATED)) strand.after(world.upTo(LONGEST_DELAY), news);
    }

    private ExternalOutcome outcome(String name) {
        if (broken.contains(name) || faults.strikes(Fault.BUILD_FAILS)) {
            return new ExternalOutcome.Broken(
                    Reason.of(ReasonCode.BUILD_FAILED, "error", "exit status 1"), isFollowed());
        }
        return faults.strikes(Fault.BUILD_IS_STOPPED)
                ? new ExternalOutcome.Stopped(Reason.of(ReasonCode.BUILD_FAILED, "error", "stopped"))
                : new ExternalOutcome.Built();
    }
}
