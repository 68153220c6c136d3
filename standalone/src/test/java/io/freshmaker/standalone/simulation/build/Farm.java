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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Where builds run. It takes each once, ends it some time later, and tells somebody who listens how it ended. */
public final class Farm {

    private static final Duration LONGEST_BUILD = Duration.ofSeconds(20);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(90);

    private final World world;
    private final Faults faults;
    private final Set<String> broken;
    private final Strand strand;
    private final Map<BuildId, String> taken = new LinkedHashMap<>();
    private final Set<BuildId> refused = new HashSet<>();
    private final Set<BuildId> stopped = new HashSet<>();
    private final List<Witnessed> witnessed = new ArrayList<>();
    private BiConsumer<BuildId, ExternalOutcome> listener = (_, _) -> {};

    /** Something that happened here. */
    public record Witnessed(What what, BuildId build) {
        /** A build is taken, ends well or badly; or it was asked for again by somebody who had not asked whether it is here. */
        public enum What {
            TAKEN,
            BUILT,
            BROKEN,
            ASKED_FOR_BLINDLY
        }
    }

    /** @param broken names of what cannot be built */
    public Farm(World world, Faults faults, Set<String> broken) {
        this.world = world;
        this.faults = faults;
        this.broken = broken;
        this.strand = world.strand(world.machine("farm"), "builds", 100);
    }

    /** Who is told how builds end; what he is told he must not lose. */
    public void tell(BiConsumer<BuildId, ExternalOutcome> whom) {
        listener = whom;
    }

    /** Everything that happened here, in its order. */
    public List<Witnessed> witnessed() {
        return witnessed;
    }

    Optional<String> find(BuildId build) {
        return Optional.ofNullable(taken.get(build));
    }

    /** Whether it will never build that; what it took it does not refuse. */
    boolean refuses(BuildId build) {
        if (!taken.containsKey(build) && faults.strikes(Fault.BUILD_IS_REFUSED)) refused.add(build);
        return refused.contains(build);
    }

    String take(BuildRequest request) {
        String known = taken.get(request.build());
        return known == null ? begin(request) : known;
    }

    void stop(BuildId build) {
        if (taken.containsKey(build)) stopped.add(build);
    }

    void witness(Witnessed.What what, BuildId build) {
        world.note(what + " " + build);
        witnessed.add(new Witnessed(what, build));
    }

    private String begin(BuildRequest request) {
        BuildId build = request.build();
        String id = String.valueOf(1000 + taken.size());
        taken.put(build, id);
        witness(Witnessed.What.TAKEN, build);
        ExternalOutcome outcome = outcome(request.artifact().name());
        strand.after(world.upTo(LONGEST_BUILD), () -> end(build, outcome));
        return id;
    }

    private void end(BuildId build, ExternalOutcome outcome) {
        if (stopped.contains(build)) return;
        witness(outcome instanceof ExternalOutcome.Built ? Witnessed.What.BUILT : Witnessed.What.BROKEN, build);
        boolean late = faults.strikes(Fault.REPORT_IS_LATE);
        report(build, outcome, late ? world.upTo(LONGEST_DELAY) : Duration.ZERO);
        if (faults.strikes(Fault.REPORT_IS_REPEATED)) report(build, outcome, world.upTo(LONGEST_DELAY));
    }

    private void report(BuildId build, ExternalOutcome outcome, Duration delay) {
        strand.after(delay, () -> listener.accept(build, outcome));
    }

    private ExternalOutcome outcome(String name) {
        if (broken.contains(name) || faults.strikes(Fault.BUILD_FAILS)) {
            return new ExternalOutcome.Broken(Reason.of(ReasonCode.BUILD_FAILED, "error", "exit status 1"));
        }
        return faults.strikes(Fault.BUILD_IS_STOPPED)
                ? new ExternalOutcome.Stopped(Reason.of(ReasonCode.BUILD_FAILED, "error", "stopped"))
                : new ExternalOutcome.Built();
    }
}
