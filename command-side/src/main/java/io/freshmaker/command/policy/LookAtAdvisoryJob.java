package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.FlatpakModuleReady;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.outside.AdvisoryStates;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.FlatpakIndex;
import io.freshmaker.platform.command.Commands;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks whether an advisory of which the bus spoke is ready before it is shipped: in one of the states that the settings name, with
 * RPMs, all builds signed (spec §6.6, §6.7); or whether it is ready for Flatpaks, where their index is known (spec §9.1). Its shipping is a trigger of its own, for which nobody needs to be asked.
 */
@Component
class LookAtAdvisoryJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LookAtAdvisoryJob.class);
    private static final String SEPARATOR = ":";

    private final ObjectProvider<Advisories> advisories;
    private final ObjectProvider<FlatpakIndex> flatpaks;
    private final AdvisoryStates states;
    private final Commands commands;

    LookAtAdvisoryJob(
            ObjectProvider<Advisories> advisories,
            ObjectProvider<FlatpakIndex> flatpaks,
            AdvisoryStates states,
            Commands commands) {
        this.advisories = advisories;
        this.flatpaks = flatpaks;
        this.states = states;
        this.commands = commands;
    }

    /** @param state empty where the message does not say */
    static String subject(long advisory, String state) {
        return advisory + SEPARATOR + state;
    }

    /** Whether anybody wants to know of advisories before they are shipped. */
    boolean isWanted() {
        return advisories.getIfAvailable() != null && (!states.beforeShipping().isEmpty() || knowsFlatpaks());
    }

    /** @param state empty where the message does not say: then it has to be looked up */
    boolean isWanted(String state) {
        return isWanted()
                && (state.isEmpty()
                        || states.beforeShipping().contains(state)
                        || (knowsFlatpaks() && state.equals(Advisory.FLATPAK_STATE)));
    }

    @Override
    public String name() {
        return "look-at-advisory";
    }

    @Override
    public void run(String subject) {
        String[] parts = subject.split(SEPARATOR, 2);
        look(Long.parseLong(parts[0]), parts[1]);
    }

    /** Asks about the cheap things first. */
    void look(long id, String state) {
        Advisories known = advisories.getObject();
        Optional<Advisory> open = known.find(id)
                .filter(found -> !Advisory.isOver(found.state()) && found.hasRpms())
                .map(found -> found.in(stateOf(found, state)));
        open.filter(advisory -> states.beforeShipping().contains(advisory.state()))
                .filter(_ -> known.contentOf(id).signed())
                .ifPresent(advisory -> register(new AdvisoryReady(id, advisory.state())));
        open.filter(advisory -> knowsFlatpaks() && known.isReadyForFlatpaks(advisory))
                .ifPresent(_ -> register(new FlatpakModuleReady(id)));
    }

    private boolean knowsFlatpaks() {
        return flatpaks.getIfAvailable() != null;
    }

    /** What it changed to while nobody could be asked is found by the catch-up. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("Nobody could be asked about the advisory {}: {}", subject, cause.toString());
    }

    /** What the message says wins: it may have taken long, and what is looked up may be older, too (spec §14, rule 17). */
    private static String stateOf(Advisory found, String said) {
        return said.isEmpty() ? found.state() : said;
    }

    private void register(Trigger trigger) {
        commands.send(RegisterEvent.of("looked-up." + trigger.searchKey(), trigger, false));
    }
}
