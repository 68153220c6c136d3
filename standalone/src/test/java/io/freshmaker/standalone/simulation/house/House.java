package io.freshmaker.standalone.simulation.house;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.command.port.BuildReports;
import io.freshmaker.messaging.inbound.SteppedInbound;
import io.freshmaker.platform.command.Commands;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.standalone.simulation.bus.Receiving;
import io.freshmaker.standalone.simulation.time.Machine;
import io.freshmaker.standalone.simulation.time.Strand;
import io.freshmaker.standalone.simulation.time.World;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.GenericApplicationContext;

/** One life of a process: production's beans, made anew, over a database that outlives them. */
public final class House {

    private static final Logger log = LoggerFactory.getLogger(House.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LISTEN = Duration.ofMillis(700);
    private static final int INTAKES = 2;

    private final World world;
    private final Template template;
    private final Surroundings outside;
    private final Machine machine;
    private final Wiring wiring;
    private final GenericApplicationContext context;
    private boolean up;
    private @Nullable Strand reports;

    /** It begins to live with the next steps of its world. */
    public House(String name, Template template, Surroundings outside) {
        this.world = outside.world();
        this.template = template;
        this.outside = outside;
        this.machine = world.machine(name);
        this.wiring = new Wiring(outside, machine);
        this.context = template.copy();
        wiring.strand("start").execute(this::start);
    }

    public Machine machine() {
        return machine;
    }

    /** Whether it is there and works. */
    public boolean isUp() {
        return up && !machine.isDead();
    }

    /** Somebody wants an Event to be canceled; it may be too late, or too early. */
    public void cancel(EventId event) {
        wiring.strand("user").execute(() -> {
            try {
                bean(Commands.class).send(new CancelEvent(event, Actor.ANYONE));
                world.note("canceled " + event);
            } catch (RuntimeException e) {
                log.info("{} was not canceled: {}", event, e.toString());
            }
        });
    }

    /** Is told how a build ended; who tells it does so again until it is heard. */
    public void report(BuildId build, ExternalOutcome outcome, Runnable again) {
        machine.onDeath(again);
        Objects.requireNonNull(reports).after(Duration.ZERO, () -> {
            try {
                bean(BuildReports.class).ended(build, outcome);
                machine.forget(again);
            } catch (RuntimeException e) {
                machine.forget(again);
                again.run();
            }
        });
    }

    /** The bus says that something changed in the build system; the word may get lost here. */
    public void hint(String externalId) {
        Objects.requireNonNull(reports).execute(() -> {
            try {
                bean(Commands.class).send(new LookAtSubmission("farm", externalId));
            } catch (RuntimeException e) {
                log.info("Nobody heard of {}: {}", externalId, e.toString());
            }
        });
    }

    /** Begins to make the read models from zero; done when the answer is. */
    public CompletableFuture<Void> replay(String projection) {
        StreamingEventProcessor processor = bean(EventProcessingConfiguration.class)
                .eventProcessor(projection, StreamingEventProcessor.class)
                .orElseThrow();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        processor
                .shutdownAsync()
                .thenRun(() -> wiring.strand("replay").execute(() -> {
                    processor.resetTokens();
                    processor.start();
                    begun.complete(null);
                }));
        return begun;
    }

    /** It is gone, and its memory with it. */
    public void close() {
        machine.die();
    }

    private void start() {
        try {
            wiring.wire(context);
            context.getDefaultListableBeanFactory().freezeConfiguration(); // so that it remembers what it finds
            context.refresh();
            context.getBean(SpringAxonConfiguration.class).start();
            bean(Jobs.class).start();
            context.getBean("deadLetterRetries");
            context.getBean("watch");
            listen();
            up = true;
            template.learn(context);
        } catch (RuntimeException e) {
            world.note("could not start");
            log.warn("{} could not start", machine, e);
            machine.die();
        }
    }

    private void listen() {
        reports = wiring.strand("reports");
        SteppedInbound inbound = bean(SteppedInbound.class);
        Receiving receiving = new Receiving(outside.bus(), outside.faults(), machine, inbound);
        wiring.strand("listener").repeat(Duration.ZERO, () -> receiving.receive() ? Duration.ZERO : LISTEN);
        for (int i = 1; i <= INTAKES; i++) {
            wiring.strand("intake-" + i).repeat(Duration.ZERO, () -> workOff(inbound));
        }
    }

    private Duration workOff(SteppedInbound inbound) {
        try {
            return inbound.workOff() ? Duration.ZERO : POLL;
        } catch (RuntimeException e) {
            log.warn("Stored messages cannot be worked off: {}", e.toString());
            return POLL;
        }
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
