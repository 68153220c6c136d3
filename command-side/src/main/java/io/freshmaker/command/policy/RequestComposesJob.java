package io.freshmaker.command.policy;

import io.freshmaker.api.compose.ComposeCommand.RequestCompose;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.value.EventId;
import io.freshmaker.command.compose.ComposeSettings;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.Job;
import io.freshmaker.platform.job.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes which composes an Event wants, each once, however many builds need it. Not before every build is stored: one that is stored
 * after its compose is there would wait for ever.
 */
@Component
class RequestComposesJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(RequestComposesJob.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Facts facts;
    private final Commands commands;
    private final ComposeSettings settings;
    private final Clock clock;

    RequestComposesJob(Facts facts, Commands commands, ComposeSettings settings, Clock clock) {
        this.facts = facts;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "request-composes";
    }

    @Override
    public Queue queue() {
        return Queue.BUILD;
    }

    /** Nothing but our own database is asked. */
    @Override
    public int attempts() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void run(String subject) {
        EventSoFar event = facts.of(new EventId(subject));
        if (event.hasEnded()) return;
        if (!event.isActivated()) throw new NotYet("the builds of %s are not stored yet".formatted(subject), PAUSE);
        commands.sendAll(requests(event.plan()));
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.error("The composes of {} are not asked for: {}", subject, cause.toString());
    }

    private List<RequestCompose> requests(RebuildPlanned plan) {
        Instant deadline = settings.deadline(clock.instant());
        return plan.builds().stream()
                .filter(build -> build.preparation().flaw() == null)
                .flatMap(build -> build.preparation().composes().stream())
                .distinct()
                .map(request -> new RequestCompose(
                        request.idIn(plan.eventId()),
                        plan.eventId(),
                        plan.eventNumber(),
                        request,
                        deadline,
                        plan.dryRun()))
                .toList();
    }
}
