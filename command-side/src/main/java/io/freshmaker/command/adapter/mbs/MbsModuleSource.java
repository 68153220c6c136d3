package io.freshmaker.command.adapter.mbs;

import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.TriggerSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The modules that MBS has built since a time, for its messages may be lost. */
public final class MbsModuleSource implements TriggerSource {

    private static final int PER_PAGE = 50;

    private final MbsApi mbs;

    MbsModuleSource(MbsApi mbs) {
        this.mbs = mbs;
    }

    @Override
    public String name() {
        return "mbs";
    }

    @Override
    public List<Trigger> since(Instant from) {
        Instant second = from.truncatedTo(ChronoUnit.SECONDS); // MBS's times have no fractions
        // MBS changes a build also after it is ready, so its history tells whether it has become so since
        Query changed = Query.of("state", "ready").and("verbose", "true").and("modified_after", second);
        List<Ready> ready = new ArrayList<>();
        mbs.look(changed, PER_PAGE, build -> {
            if (build.isProper()) ready.add(new Ready(build.readySince(), build));
            return true;
        });
        return ready.stream()
                .filter(one -> !one.at().isBefore(second))
                .sorted(Comparator.comparing(Ready::at)
                        .thenComparing(one -> one.build().number()))
                .map(Ready::trigger)
                .distinct()
                .toList();
    }

    private record Ready(Instant at, MbsBuild build) {

        Trigger trigger() {
            return new ModuleBuilt(build.name(), build.stream(), build.number());
        }
    }
}
