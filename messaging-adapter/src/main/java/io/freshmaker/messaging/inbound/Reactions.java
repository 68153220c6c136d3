package io.freshmaker.messaging.inbound;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.value.EventId;
import io.freshmaker.messaging.bus.BusMetrics;
import io.freshmaker.messaging.inbound.IncomingMessages.Result;
import io.freshmaker.platform.command.Commands;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Does what follows from messages that mean something to us: triggers are registered, all together; then hints are passed on. */
@Component
class Reactions {

    private static final Logger log = LoggerFactory.getLogger(Reactions.class);

    private final Commands commands;
    private final IncomingMessages messages;
    private final Attempts attempts;
    private final BusMetrics metrics;

    Reactions(Commands commands, IncomingMessages messages, Attempts attempts, BusMetrics metrics) {
        this.commands = commands;
        this.messages = messages;
        this.attempts = attempts;
        this.metrics = metrics;
    }

    /** All of it may be done twice. What is not recorded when it returns is worked off in a later round. */
    void reactTo(List<Understood> understood) {
        if (understood.isEmpty()) return;
        boolean registered = registeredTogether(understood);
        if (registered)
            record(understood.stream().filter(one -> one.hint().isEmpty()).toList());
        List<Understood> left = understood.stream()
                .filter(one -> !registered || one.hint().isPresent())
                .toList();
        for (Understood one : left) {
            if (!attempts.attempt(one.message(), () -> react(one, registered))) return;
        }
    }

    /** In one transaction, where that can be; what fails together is done one by one. */
    private boolean registeredTogether(List<Understood> understood) {
        var registrations =
                understood.stream().flatMap(one -> one.registration().stream()).toList();
        try {
            commands.sendAll(registrations);
            return true;
        } catch (RuntimeException e) {
            log.debug("{} messages could not be registered together", registrations.size(), e);
            return false;
        }
    }

    private void record(List<Understood> registered) {
        messages.recordAll(registered.stream().map(one -> one.result(true)).toList());
        registered.forEach(one -> say(one, Outcome.REGISTERED));
    }

    private void react(Understood one, boolean registered) {
        if (!registered) one.registration().ifPresent(commands::send);
        boolean concernsUs =
                one.hint().map(hint -> commands.ask(hint, Boolean.class)).orElse(true);
        Result result = one.result(concernsUs);
        messages.recordAll(List.of(result));
        say(one, result.outcome());
    }

    private void say(Understood one, Outcome outcome) {
        try (var _ = MDC.putCloseable("messageId", one.meant().messageId())) {
            one.registration().ifPresent(Reactions::sayRegistered);
            if (outcome == Outcome.APPLIED) {
                log.info(
                        "Message {} passed on: {}",
                        one.meant().messageId(),
                        one.hint().orElseThrow());
            }
        }
        if (outcome == Outcome.IGNORED) metrics.ignored();
        else metrics.processed();
    }

    private static void sayRegistered(RegisterEvent registered) {
        EventId event = registered.eventId();
        String what = registered.trigger().searchKey();
        try (var _ = MDC.putCloseable("eventId", event.value())) {
            log.info("Message {} registered as {}: {}", registered.messageId(), event, what);
        }
    }
}
