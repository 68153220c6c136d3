package io.freshmaker.command.event;

import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.event.Events.activated;
import static io.freshmaker.command.event.Events.canceled;
import static io.freshmaker.command.event.Events.canceledBeforeItsPlan;
import static io.freshmaker.command.event.Events.classified;
import static io.freshmaker.command.event.Events.classify;
import static io.freshmaker.command.event.Events.completed;
import static io.freshmaker.command.event.Events.failed;
import static io.freshmaker.command.event.Events.plan;
import static io.freshmaker.command.event.Events.planned;
import static io.freshmaker.command.event.Events.register;
import static io.freshmaker.command.event.Events.registered;
import static io.freshmaker.command.event.Events.skipped;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.event.EventCommand;
import io.freshmaker.api.event.EventCommand.ActivateRebuild;
import io.freshmaker.api.event.EventCommand.CancelEvent;
import io.freshmaker.api.event.EventCommand.CompleteEvent;
import io.freshmaker.api.event.EventCommand.FailEvent;
import io.freshmaker.api.event.EventCommand.PlanRebuild;
import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.event.EventCommand.SkipEvent;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.value.EventId;
import io.freshmaker.command.artifactbuild.Builds;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTest {

    private final AggregateTestFixture<Event> fixture = new AggregateTestFixture<>(Event.class);
    private final AtomicInteger numbers = new AtomicInteger(Events.NUMBER);

    @BeforeEach
    void injectNumbers() {
        EventNumbers next = numbers::getAndIncrement;
        fixture.registerInjectableResource(next);
    }

    /** A fact is stored (!), nothing is (-), a person is refused (x), nobody is there to ask (?). */
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
        STATE,       register, classify, plan, skip, fail, activate, complete, cancel
        NONE,        !,        ?,        ?,    ?,    ?,    ?,        ?,        ?
        INITIALIZED, -,        !,        !,    !,    !,    -,        -,        !
        CLASSIFIED,  -,        -,        !,    !,    !,    -,        -,        !
        PLANNED,     -,        -,        -,    -,    -,    !,        !,        !
        ACTIVATED,   -,        -,        -,    -,    -,    -,        !,        !
        COMPLETE,    -,        -,        -,    -,    -,    -,        -,        x
        FAILED,      -,        -,        -,    -,    -,    -,        -,        x
        SKIPPED,     -,        -,        -,    -,    -,    -,        -,        x
        CANCELED,    -,        -,        -,    -,    -,    -,        -,        x
        """)
    void every_command_in_every_state(
            Life life,
            char register,
            char classify,
            char plan,
            char skip,
            char fail,
            char activate,
            char complete,
            char cancel) {
        expect(register, life, register(), registered());
        expect(classify, life, classify(), classified());
        expect(plan, life, plan(), planned());
        expect(skip, life, new SkipEvent(EVENT, Events.NOTHING, Events.DECLINED), skipped());
        expect(fail, life, new FailEvent(EVENT, Events.BROKEN), failed());
        expect(activate, life, new ActivateRebuild(EVENT), activated());
        expect(complete, life, new CompleteEvent(EVENT, Events.TALLY), completed());
        expect(
                cancel,
                life,
                new CancelEvent(EVENT, Events.ACTOR),
                life == Life.INITIALIZED || life == Life.CLASSIFIED ? canceledBeforeItsPlan() : canceled());
    }

    @Test
    void the_same_message_twice_changes_nothing_and_takes_no_number() {
        fixture.givenCommands(register())
                .when(register())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();

        assertThat(numbers).hasValue(Events.NUMBER + 1);
    }

    @Test
    void the_plan_says_the_number_of_its_event() {
        fixture.givenCommands(register()).when(plan()).expectEvents(planned());
    }

    @Test
    void a_dry_run_is_registered_as_such() {
        RegisterEvent dryRun = RegisterEvent.of("message-1", Events.TRIGGER, true);

        fixture.givenNoPriorActivity()
                .when(dryRun)
                .expectEvents(new EventRegistered(dryRun.eventId(), Events.NUMBER, "message-1", Events.TRIGGER, true));
    }

    @Test
    void the_plan_of_a_dry_run_says_that_it_is_one() {
        RegisterEvent dryRun = RegisterEvent.of("message-1", Events.TRIGGER, true);
        RebuildPlan plan = new RebuildPlan(List.of(Builds.BASE), List.of());

        fixture.given(new EventRegistered(dryRun.eventId(), Events.NUMBER, "message-1", Events.TRIGGER, true))
                .when(new PlanRebuild(dryRun.eventId(), plan))
                .expectEvents(new RebuildPlanned(
                        dryRun.eventId(),
                        Events.NUMBER,
                        List.of(PlannedBuild.of(dryRun.eventId(), Builds.BASE)),
                        List.of(),
                        true));
    }

    @Test
    void a_dry_run_is_another_event_than_what_it_is_a_dry_run_of_and_another_for_each_message() {
        EventId built = Events.TRIGGER.eventId();

        assertThat(RegisterEvent.of("message-1", Events.TRIGGER, true).eventId())
                .isEqualTo(RegisterEvent.of("message-1", Events.TRIGGER, true).eventId())
                .isNotEqualTo(built)
                .isNotEqualTo(
                        RegisterEvent.of("message-2", Events.TRIGGER, true).eventId());
    }

    @Test
    void a_refused_person_is_told_why() {
        fixture.given(registered(), skipped())
                .when(new CancelEvent(EVENT, Events.ACTOR))
                .expectException(IllegalTransition.class)
                .expectExceptionMessage("Event 7 is SKIPPED, so it cannot be canceled.");
    }

    @Test
    void a_cancel_that_is_sent_again_because_its_answer_was_lost_is_no_second_one() {
        fixture.registerCommandHandlerInterceptor(
                new CorrelationDataInterceptor<>(List.of(new MessageOriginProvider())));
        var cancel = GenericCommandMessage.asCommandMessage(new CancelEvent(EVENT, Events.ACTOR));

        fixture.given(registered())
                .andGivenCommands(cancel)
                .when(cancel)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        fixture.given(registered())
                .andGivenCommands(cancel)
                .when(new CancelEvent(EVENT, Events.ACTOR))
                .expectException(IllegalTransition.class);
    }

    private void expect(char what, Life life, EventCommand command, EventDomainEvent fact) {
        AggregateTestFixture<Event> fresh = new AggregateTestFixture<>(Event.class);
        EventNumbers seven = () -> Events.NUMBER;
        fresh.registerInjectableResource(seven);
        ResultValidator<Event> result = fresh.given(life.facts).when(command);
        switch (what) {
            case '!' -> result.expectSuccessfulHandlerExecution().expectEvents(fact);
            case '-' -> result.expectSuccessfulHandlerExecution().expectNoEvents();
            case 'x' -> result.expectException(IllegalTransition.class).expectNoEvents();
            case '?' -> result.expectException(AggregateNotFoundException.class).expectNoEvents();
            default -> throw new IllegalArgumentException("Not in the table: " + what);
        }
    }

    /** The facts that lead to a state. */
    enum Life {
        NONE,
        INITIALIZED(registered()),
        CLASSIFIED(registered(), classified()),
        PLANNED(registered(), planned()),
        ACTIVATED(registered(), planned(), activated()),
        COMPLETE(registered(), planned(), activated(), completed()),
        FAILED(registered(), failed()),
        SKIPPED(registered(), skipped()),
        CANCELED(registered(), planned(), canceled());

        private final List<EventDomainEvent> facts;

        Life(EventDomainEvent... facts) {
            this.facts = List.of(facts);
        }
    }
}
