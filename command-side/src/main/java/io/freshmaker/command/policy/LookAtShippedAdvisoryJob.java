package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.BotasAdvisoryShipped;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.platform.command.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks whether an advisory that was shipped has images and was filed by the bot of rebuilt operators (spec §3.3): that the message
 * does not say, and bundles are looked for only then.
 */
@Component
class LookAtShippedAdvisoryJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LookAtShippedAdvisoryJob.class);

    private final ObjectProvider<Advisories> advisories;
    private final ObjectProvider<OperatorBundles> bundles;
    private final Commands commands;

    LookAtShippedAdvisoryJob(
            ObjectProvider<Advisories> advisories, ObjectProvider<OperatorBundles> bundles, Commands commands) {
        this.advisories = advisories;
        this.bundles = bundles;
        this.commands = commands;
    }

    static String subject(long advisory) {
        return Long.toString(advisory);
    }

    /** Whether bundles are rebuilt at all. */
    boolean isWanted() {
        return bundles.getIfAvailable() != null && advisories.getIfAvailable() != null;
    }

    @Override
    public String name() {
        return "look-at-shipped-advisory";
    }

    @Override
    public void run(String subject) {
        advisories
                .getObject()
                .find(Long.parseLong(subject))
                .filter(found -> found.hasImages() && found.isOfBotas())
                .ifPresent(found -> register(new BotasAdvisoryShipped(found.id())));
    }

    /** Those that were shipped while nobody could be asked are found by the catch-up. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("Nobody could be asked who filed the advisory {}: {}", subject, cause.toString());
    }

    private void register(Trigger trigger) {
        commands.send(RegisterEvent.of("looked-up-botas." + trigger.searchKey(), trigger, false));
    }
}
