package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.TriggerSource;
import java.time.Instant;
import java.util.List;

/** The advisories with RPMs that were shipped, for those whose message never came. */
final class ShippedAdvisories implements TriggerSource {

    private final ChangedAdvisories changed;

    ShippedAdvisories(ChangedAdvisories changed) {
        this.changed = changed;
    }

    @Override
    public String name() {
        return "errata";
    }

    /** Those whose texts only were changed since then had been shipped before. */
    @Override
    public List<Trigger> since(Instant from) {
        return changed.ready(List.of(AdvisoryReady.SHIPPED), from, found -> found.isShippedSince(from));
    }
}
