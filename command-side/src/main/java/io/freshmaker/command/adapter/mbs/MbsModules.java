package io.freshmaker.command.adapter.mbs;

import io.freshmaker.command.adapter.mbs.Modulemd.Component;
import io.freshmaker.command.outside.Query;
import io.freshmaker.command.port.KnownModule;
import io.freshmaker.command.port.KnownModule.Requirement;
import io.freshmaker.command.port.Modules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The modules, from the ready builds of MBS alone (contract §5, {@code freshmaker.catalog=mbs-koji}). All are read when it is first
 * asked; what is older than {@code freshmaker.mbs.catalog-age} is brought up to date, by what has changed there, before it
 * answers.
 */
public final class MbsModules implements Modules {

    /** Each has its whole metadata, some 20 kB. */
    private static final int PER_PAGE = 50;
    /** What is committed there late has a time from before; read twice it does no harm. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

    private final MbsApi mbs;
    private final Duration age;
    private final Clock clock;
    private final LatestModules modules = new LatestModules();
    private Optional<Instant> read = Optional.empty();
    /** By MBS's clock: when the latest change there was made that we know of. */
    private Instant newest = Instant.EPOCH;

    private Instant seen = Instant.EPOCH;

    /** @param age for how long what is known is answered without asking again */
    MbsModules(MbsApi mbs, Duration age, Clock clock) {
        this.mbs = mbs;
        this.age = age;
        this.clock = clock;
    }

    @Override
    public synchronized List<KnownModule> containing(String rpm, String branch) {
        return upToDate().containing(new Component(rpm, branch));
    }

    @Override
    public synchronized List<KnownModule> builtWith(String name, String stream) {
        return upToDate().builtWith(new Requirement(name, stream));
    }

    private LatestModules upToDate() {
        Instant now = clock.instant();
        if (read.filter(at -> now.isBefore(at.plus(age))).isPresent()) return modules;
        Instant from = newest.minus(OVERLAP);
        Query ready = Query.of("state", "ready").and("verbose", "true").and("order_desc_by", "id");
        boolean all = read.isEmpty();
        mbs.look(all ? ready : ready.and("modified_after", from), PER_PAGE, this::take);
        newest = seen;
        read = Optional.of(now);
        return modules;
    }

    private boolean take(MbsBuild build) {
        if (build.isProper()) modules.add(build);
        seen = build.modified().filter(seen::isBefore).orElse(seen);
        return true;
    }
}
