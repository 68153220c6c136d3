package io.freshmaker.standalone.simulation.image;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.Composes;
import io.freshmaker.standalone.simulation.build.OutsideCalls;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@link ComposeFarm} as one process sees it. */
public final class SimulatedComposes implements Composes {

    private final ComposeFarm farm;
    private final OutsideCalls odcs;

    public SimulatedComposes(ComposeFarm farm, OutsideCalls calls) {
        this.farm = farm;
        this.odcs = calls.to("odcs");
    }

    @Override
    public Duration longestCall() {
        return OutsideCalls.TIME_OUT;
    }

    @Override
    public long request(ComposeRequest wanted) {
        return odcs.call("compose of " + wanted.content(), () -> farm.request(wanted));
    }

    @Override
    public List<Compose> alike(ComposeRequest wanted) {
        return odcs.call("composes like " + wanted.content(), () -> farm.alike(wanted));
    }

    @Override
    public Map<Long, Compose> find(Collection<Long> numbers) {
        return odcs.call("composes " + numbers, () -> {
            Map<Long, Compose> found = new LinkedHashMap<>();
            numbers.forEach(number -> farm.find(number).ifPresent(one -> found.put(number, one)));
            return found;
        });
    }

    /** Nothing is removed here within a trial. */
    @Override
    public long renew(long number) {
        return odcs.call("renewal of " + number, () -> number);
    }
}
