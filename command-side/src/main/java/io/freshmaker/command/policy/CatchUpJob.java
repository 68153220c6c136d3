package io.freshmaker.command.policy;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.command.port.TriggerSource;
import io.freshmaker.command.watch.Round;
import io.freshmaker.command.watch.Rounds;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks a source what has changed since it was last asked, and registers all of it: a trigger whose message was lost is a missed
 * fix. What has its Event already changes nothing, for an Event's id follows from its trigger.
 */
@Component
class CatchUpJob implements Look, Rounds {

    private static final Logger log = LoggerFactory.getLogger(CatchUpJob.class);

    private final List<TriggerSource> sources;
    private final CatchUpSettings settings;
    private final ReadUntil readUntil;
    private final Commands commands;
    private final ObjectProvider<Jobs> jobs;
    private final Clock clock;

    CatchUpJob(
            List<TriggerSource> sources,
            CatchUpSettings settings,
            ReadUntil readUntil,
            Commands commands,
            ObjectProvider<Jobs> jobs,
            Clock clock) {
        this.sources = List.copyOf(sources);
        this.settings = settings;
        this.readUntil = readUntil;
        this.commands = commands;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public void run(String subject) {
        TriggerSource source = sources.stream()
                .filter(one -> one.name().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No source is called " + subject));
        Instant now = clock.instant();
        List<Trigger> triggers = source.since(settings.from(readUntil.of(subject), now));
        triggers.forEach(trigger -> register(subject, trigger));
        readUntil.set(subject, now);
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("{} could not be asked what has changed; the next round asks again: {}", subject, cause.toString());
    }

    @Override
    public List<Round> rounds() {
        return sources.stream().<Round>map(CatchingUp::new).toList();
    }

    private void register(String source, Trigger trigger) {
        String messageId = "caught-up." + source + "." + trigger.searchKey();
        commands.send(RegisterEvent.of(messageId, trigger, false));
    }

    private final class CatchingUp implements Round {

        private final TriggerSource source;

        CatchingUp(TriggerSource source) {
            this.source = source;
        }

        @Override
        public String name() {
            return "catch-up/" + source.name();
        }

        @Override
        public Duration every() {
            return settings.interval();
        }

        @Override
        public void begin() {
            jobs.getObject().store(CatchUpJob.this, source.name());
        }
    }
}
