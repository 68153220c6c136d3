package io.freshmaker.command.adapter.errata;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.TriggerSource;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The advisories with RPMs that are signed and about to be shipped, where those are triggers, for messages may be lost. */
final class SignedAdvisories implements TriggerSource {

    private final ChangedAdvisories changed;
    private final Contents contents;
    private final Collection<String> states;

    /** @param states before shipping, in which an advisory is a trigger */
    SignedAdvisories(ChangedAdvisories changed, Contents contents, Collection<String> states) {
        this.changed = changed;
        this.contents = contents;
        this.states = List.copyOf(states);
    }

    @Override
    public String name() {
        return "errata-before-shipping";
    }

    @Override
    public List<Trigger> since(Instant from) {
        if (states.isEmpty()) return List.of();
        return changed.ready(states, from, found -> contents.areSigned(found.id()));
    }
}
