package io.freshmaker.command.compose;

import static io.freshmaker.command.compose.Wishes.DEADLINE;
import static io.freshmaker.command.compose.Wishes.FIRST;
import static io.freshmaker.command.compose.Wishes.NOW;
import static io.freshmaker.command.compose.Wishes.SETS;

import io.freshmaker.api.compose.ComposeAssigned;
import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.compose.ComposeCommand.FailCompose;
import io.freshmaker.api.compose.ComposeCommand.ReportComposeDone;
import io.freshmaker.api.compose.ComposeCommand.RequestCompose;
import io.freshmaker.api.compose.ComposeDomainEvent;
import io.freshmaker.api.compose.ComposeFailed;
import io.freshmaker.api.compose.ComposeReady;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.ComposeId;
import java.time.Instant;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class RequestedComposeTest {

    private static final ComposeId ID = Wishes.id(FIRST);
    private static final Reason REASON = Reason.of(ReasonCode.COMPOSE_FAILED, "compose", "5");
    private static final ComposeDomainEvent REQUESTED = Wishes.requested(FIRST, SETS);

    private final AggregateTestFixture<RequestedCompose> fixture = new AggregateTestFixture<>(RequestedCompose.class);

    @Test
    void what_builds_need_is_a_fact() {
        fixture.givenNoPriorActivity().when(request(DEADLINE)).expectEvents(REQUESTED);
    }

    @Test
    void an_event_wants_the_same_once_and_its_first_deadline_stays() {
        fixture.given(REQUESTED).when(request(NOW)).expectNoEvents();
    }

    @Test
    void it_gets_a_number_and_is_ready_when_odcs_says_so() {
        fixture.given(REQUESTED).when(new AssignCompose(ID, 5, true)).expectEvents(assigned(5, true));
        fixture.given(REQUESTED, assigned(5, true))
                .when(new ReportComposeDone(ID, 5))
                .expectEvents(ready(5));
    }

    @Test
    void what_is_told_twice_changes_nothing() {
        fixture.given(REQUESTED, assigned(5, true))
                .when(new AssignCompose(ID, 5, false))
                .expectNoEvents();
        fixture.given(REQUESTED, assigned(5, true), ready(5))
                .when(new ReportComposeDone(ID, 5))
                .expectNoEvents();
        fixture.given(REQUESTED, new ComposeFailed(ID, FIRST, REASON))
                .when(new FailCompose(ID, REASON))
                .expectNoEvents();
    }

    @Test
    void what_is_gone_is_assigned_again_and_ready_again_under_its_new_number() {
        fixture.given(REQUESTED, assigned(5, false), ready(5))
                .when(new AssignCompose(ID, 9, false))
                .expectEvents(assigned(9, false));
        fixture.given(REQUESTED, assigned(5, false), ready(5), assigned(9, false))
                .when(new ReportComposeDone(ID, 9))
                .expectEvents(ready(9));
    }

    @Test
    void what_is_told_late_of_a_number_of_before_changes_nothing() {
        fixture.given(REQUESTED, assigned(5, false), assigned(9, false))
                .when(new ReportComposeDone(ID, 5))
                .expectNoEvents();
        fixture.given(REQUESTED).when(new ReportComposeDone(ID, 5)).expectNoEvents();
    }

    @Test
    void it_fails_with_its_reason_whether_or_not_it_has_a_number() {
        fixture.given(REQUESTED).when(new FailCompose(ID, REASON)).expectEvents(new ComposeFailed(ID, FIRST, REASON));
        fixture.given(REQUESTED, assigned(5, false))
                .when(new FailCompose(ID, REASON))
                .expectEvents(new ComposeFailed(ID, FIRST, REASON));
    }

    @Test
    void what_is_ready_fails_no_more_unless_it_is_made_again() {
        fixture.given(REQUESTED, assigned(5, false), ready(5))
                .when(new FailCompose(ID, REASON))
                .expectNoEvents();
        fixture.given(REQUESTED, assigned(5, false), ready(5), assigned(9, false))
                .when(new FailCompose(ID, REASON))
                .expectEvents(new ComposeFailed(ID, FIRST, REASON));
    }

    @Test
    void what_failed_stays_failed() {
        fixture.given(REQUESTED, new ComposeFailed(ID, FIRST, REASON))
                .when(new AssignCompose(ID, 9, false))
                .expectNoEvents();
        fixture.given(REQUESTED, assigned(5, false), new ComposeFailed(ID, FIRST, REASON))
                .when(new ReportComposeDone(ID, 5))
                .expectNoEvents();
    }

    private static RequestCompose request(Instant deadline) {
        return new RequestCompose(ID, FIRST, 7, SETS, deadline, false);
    }

    private static ComposeAssigned assigned(long number, boolean shared) {
        return new ComposeAssigned(ID, FIRST, number, shared);
    }

    private static ComposeReady ready(long number) {
        return new ComposeReady(ID, FIRST, number);
    }
}
