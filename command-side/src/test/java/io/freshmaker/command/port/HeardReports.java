package io.freshmaker.command.port;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.value.BuildId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Remembers what it is told; it can be deaf for a while. */
public final class HeardReports implements BuildReports {

    private final Map<BuildId, ExternalOutcome> outcomes = new ConcurrentHashMap<>();
    private final List<BuildId> told = new ArrayList<>();
    private final AtomicInteger deaf = new AtomicInteger();

    @Override
    public synchronized void ended(BuildId build, ExternalOutcome outcome) {
        told.add(build);
        if (deaf.getAndUpdate(times -> Math.max(0, times - 1)) > 0) throw new Unavailable("deaf");
        outcomes.put(build, outcome);
    }

    /** The next reports are not heard. */
    public void deaf(int times) {
        deaf.set(times);
    }

    public @Nullable ExternalOutcome of(BuildId build) {
        return outcomes.get(build);
    }

    public synchronized long timesTold(BuildId build) {
        return told.stream().filter(build::equals).count();
    }
}
