package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.outside.AdvisoryStates;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.platform.command.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks whether an advisory of which the bus spoke is ready before it is shipped: in one of the states that the settings name, with
 * RPMs, all builds signed (spec §6.6, §6.7). Its shipping is a trigger of its own, for which nobody needs to be asked.
 */
@Component
class LookAtAdvisoryJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LookAtAdvisoryJob.class);
    private static final String SEPARATOR = ":";

    private final ObjectProvider<Advisories> advisories;
    private final AdvisoryStates states;
    private final Commands commands;

    LookAtAdvisoryJob(ObjectProvider<Advisories> advisories, AdvisoryStates states, Commands commands) {
        this.advisories = advisories;
        this.states = states;
        this.commands = commands;
    }

    /** @param state empty where the message does not say */
    static String subject(long advisory, String state) {
        return advisory + SEPARATOR + state;
    }

    /** Whether anybody wants to know of advisories before they are shipped. */
    boolean isWanted() {
        return !states.beforeShipping().isEmpty() && advisories.getIfAvailable() != null;
    }

    /** @param state empty where the message does not say: then it has to be looked up */
    boolean isWanted(String state) {
        return isWanted() && (state.isEmpty() || states.beforeShipping().contains(state));
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
        known.find(id)
                .filter(found -> !Advisory.isOver(found.state()) && found.hasRpms())
                .map(found -> stateOf(found, state))
                .filter(states.beforeShipping()::contains)
                .filter(_ -> known.contentOf(id).signed())
                .ifPresent(now -> register(new AdvisoryReady(id, now)));
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
        commands.send(new RegisterEvent(trigger.eventId(), "looked-up." + trigger.searchKey(), trigger));
    }
}
