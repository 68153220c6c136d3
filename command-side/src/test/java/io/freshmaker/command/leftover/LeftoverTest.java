package io.freshmaker.command.leftover;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.IllegalTransition;
import io.freshmaker.api.leftover.LeftoverCommand;
import io.freshmaker.api.leftover.LeftoverCommand.DropLeftover;
import io.freshmaker.api.leftover.LeftoverCommand.RetryLeftover;
import io.freshmaker.api.leftover.LeftoverDropped;
import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.api.leftover.LeftoverRetried;
import io.freshmaker.api.value.Actor;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeftoverTest {

    private static final LeftoverId ID = LeftoverId.Kind.PARKED_MESSAGE.of(7);
    private static final Actor ACTOR = new Actor("actor-1");

    private final AggregateTestFixture<Leftover> fixture = new AggregateTestFixture<>(Leftover.class);
    private final List<String> typed = new ArrayList<>();

    @BeforeEach
    void injectReasons() {
        DropReasons reasons = text -> {
            typed.add(text);
            return "reason-" + typed.size();
        };
        fixture.registerInjectableResource(reasons);
    }

    @Test
    void what_a_person_wants_is_a_fact() {
        fixture.givenNoPriorActivity().when(retry(1)).expectEvents(retried(1));
    }

    @Test
    void the_reason_of_a_drop_is_kept_beside_the_fact() {
        fixture.given(retried(1)).when(drop(2)).expectEvents(new LeftoverDropped(ID, 2, ACTOR, "reason-1"));

        assertThat(typed).containsExactly("Ours no more.");
    }

    @Test
    void what_failed_again_may_be_tried_again_once_more() {
        fixture.given(retried(1)).when(retry(2)).expectEvents(retried(2));
    }

    @Test
    void of_two_who_saw_the_same_failure_one_decides() {
        refused("Message 7 is being tried again already.", retry(1), retried(1));
        refused("Message 7 is being tried again already.", drop(1), retried(1));
        refused("Message 7 is being tried again already.", retry(1), retried(2));
        assertThat(typed).isEmpty();
    }

    @Test
    void what_was_dropped_stays_dropped() {
        LeftoverDropped dropped = new LeftoverDropped(ID, 1, ACTOR, "reason-0");
        refused("Message 7 was dropped already.", retry(2), dropped);
        refused("Message 7 was dropped already.", drop(2), dropped);
        assertThat(typed).isEmpty();
    }

    @Test
    void a_command_that_is_sent_again_because_its_answer_was_lost_is_no_second_one() {
        fixture.registerCommandHandlerInterceptor(
                new CorrelationDataInterceptor<>(List.of(new MessageOriginProvider())));
        var retry = GenericCommandMessage.asCommandMessage(retry(1));
        fixture.givenCommands(retry)
                .when(retry)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();

        var drop = GenericCommandMessage.asCommandMessage(drop(1));
        fixture.givenCommands(drop)
                .when(drop)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        assertThat(typed).hasSize(1);
    }

    private void refused(String why, LeftoverCommand command, Object fact) {
        fixture.given(fact)
                .when(command)
                .expectException(IllegalTransition.class)
                .expectExceptionMessage(why)
                .expectNoEvents();
    }

    private static RetryLeftover retry(long occasion) {
        return new RetryLeftover(ID, occasion, ACTOR);
    }

    private static DropLeftover drop(long occasion) {
        return new DropLeftover(ID, occasion, ACTOR, "Ours no more.");
    }

    private static LeftoverRetried retried(long occasion) {
        return new LeftoverRetried(ID, occasion, ACTOR);
    }
}
