package io.freshmaker.query.request;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.Story.Told;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;

/** Plays the command side: registers what it is told to, under numbers that no other test has. */
final class Registrar implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger(700_000);

    final List<RegisterEvent> registered = new CopyOnWriteArrayList<>();
    private final Facts facts;
    private final Registration registration;

    Registrar(CommandBus bus, Facts facts) {
        this.facts = facts;
        this.registration =
                bus.subscribe(RegisterEvent.class.getName(), message -> register((RegisterEvent) message.getPayload()));
    }

    static int freeNumber() {
        return NUMBERS.incrementAndGet();
    }

    private String register(RegisterEvent command) {
        registered.add(command);
        EventRegistered fact = new EventRegistered(
                command.eventId(), freeNumber(), command.messageId(), command.trigger(), command.dryRun());
        facts.publish(List.of(new Told(fact, Instant.now())));
        return "registered";
    }

    /** What it registered ends and is in no list, so that other tests do not see it. */
    @Override
    public void close() {
        registration.cancel();
        List<Told> ends = registered.stream()
                .map(command -> new Told(
                        new EventSkipped(
                                command.eventId(), Reason.of(ReasonCode.NO_CANDIDATES, "what", "x"), List.of()),
                        Instant.now()))
                .toList();
        if (!ends.isEmpty()) facts.store(ends);
    }
}
