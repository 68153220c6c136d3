package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.trigger.FlatpakModuleReady;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.TriggerSource;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The advisories for which Flatpaks are to be rebuilt, for messages may be lost. */
final class FlatpakAdvisories implements TriggerSource {

    private final ChangedAdvisories changed;
    private final ErrataAdvisories advisories;

    FlatpakAdvisories(ChangedAdvisories changed, ErrataAdvisories advisories) {
        this.changed = changed;
        this.advisories = advisories;
    }

    @Override
    public String name() {
        return "errata-flatpak";
    }

    @Override
    public List<Trigger> since(Instant from) {
        return changed.ready(
                Set.of(Advisory.FLATPAK_STATE),
                from,
                found -> advisories
                        .find(found.id())
                        .filter(advisories::isReadyForFlatpaks)
                        .isPresent(),
                found -> new FlatpakModuleReady(found.id()));
    }
}
