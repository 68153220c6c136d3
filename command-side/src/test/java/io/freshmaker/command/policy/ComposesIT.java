package io.freshmaker.command.policy;

import static io.freshmaker.command.compose.Wishes.DEADLINE;
import static io.freshmaker.command.compose.Wishes.FIRST;
import static io.freshmaker.command.compose.Wishes.OTHERS;
import static io.freshmaker.command.compose.Wishes.SECOND;
import static io.freshmaker.command.compose.Wishes.SETS;
import static io.freshmaker.command.compose.Wishes.id;
import static io.freshmaker.command.compose.Wishes.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.compose.ComposeCommand.FailCompose;
import io.freshmaker.api.compose.ComposeCommand.ReportComposeDone;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.submission.SubmissionCommand.LookAtCompose;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.command.port.Unavailable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From the wish for a compose to its end, in every order and with a crash after each step. */
class ComposesIT {

    private final ComposeWorld world = new ComposeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void what_an_event_wants_is_asked_for_and_waited_for() {
        world.prepared(requested(FIRST, SETS));

        assertThat(world.odcs.requests).containsExactly(SETS);
        assertThat(world.stored.sent()).containsExactly(new AssignCompose(id(FIRST), 1, false));
        assertThat(world.uses.awaited())
                .extracting(ComposeUse::id, ComposeUse::number, ComposeUse::deadline)
                .containsExactly(tuple(id(FIRST).value(), 1L, DEADLINE));
    }

    @Test
    void what_odcs_took_while_its_answer_got_lost_is_found_and_not_asked_for_again() {
        ComposeRequested wish = world.wanted(requested(FIRST, SETS));
        world.odcs.losesAnswers = true;
        assertThatThrownBy(() -> world.prepare.run(wish.composeId().value())).isInstanceOf(Unavailable.class);
        assertThat(world.stored.sent()).isEmpty();

        world.prepare.run(wish.composeId().value());

        assertThat(world.odcs.requests).hasSize(1);
        assertThat(world.stored.sent()).containsExactly(new AssignCompose(id(FIRST), 1, false));
    }

    @Test
    void after_a_crash_between_fact_and_row_the_same_is_told_again() {
        world.prepared(requested(FIRST, SETS));
        world.rowAgain(id(FIRST).value(), "asked");
        world.prepare.run(id(FIRST).value());
        assertThat(world.odcs.requests).hasSize(1);
        assertThat(world.stored.sent())
                .map(AssignCompose.class::cast)
                .extracting(AssignCompose::odcsId)
                .containsOnly(1L);

        world.odcs.done(1);
        world.round();
        world.rowAgain(id(FIRST).value(), "pending");
        world.round();

        assertThat(world.stored.sent().subList(2, 4)).containsOnly(new ReportComposeDone(id(FIRST), 1));
        assertThat(world.uses.awaited()).isEmpty();
    }

    @Test
    void a_job_that_is_done_twice_asks_once() {
        world.prepared(requested(FIRST, SETS));
        world.prepare.run(id(FIRST).value());

        assertThat(world.odcs.requests).hasSize(1);
        assertThat(world.stored.sent()).hasSize(1);
    }

    @Test
    void what_the_bus_says_of_a_compose_of_ours_makes_us_ask_and_all_events_get_it() {
        ComposeHints hints = new ComposeHints(world.jobs, world.look);
        world.wanted(requested(SECOND, SETS));
        world.prepared(requested(FIRST, SETS));
        assertThat(hints.handle(new LookAtCompose(4711))).isFalse();
        assertThat(hints.handle(new LookAtCompose(1))).isTrue();
        assertThat(world.waitingJobs()).containsExactly("look-at-compose 1");

        world.look.run("1");
        assertThat(world.stored.sent()).as("told too early").hasSize(2);
        world.odcs.done(1);
        world.look.run("1");

        assertThat(world.stored.sent().subList(2, 4))
                .containsExactlyInAnyOrder(new ReportComposeDone(id(FIRST), 1), new ReportComposeDone(id(SECOND), 1));
        assertThat(hints.handle(new LookAtCompose(1))).isFalse();
    }

    @Test
    void without_a_message_a_round_asks_for_all_of_them_at_once() {
        world.prepared(requested(FIRST, SETS));
        world.prepared(requested(FIRST, OTHERS));
        world.odcs.done(1);
        world.odcs.done(2);
        int before = world.odcs.looks;

        world.round();

        assertThat(world.odcs.looks - before).isEqualTo(1);
        assertThat(world.stored.sent().subList(2, 4))
                .containsExactlyInAnyOrder(
                        new ReportComposeDone(SETS.idIn(FIRST), 1), new ReportComposeDone(OTHERS.idIn(FIRST), 2));
        assertThat(world.follow.rounds()).singleElement().satisfies(round -> {
            assertThat(round.every()).isEqualTo(Duration.ofMinutes(1));
            round.begin();
        });
        assertThat(world.waitingJobs()).as("nothing is waited for any more").isEmpty();
    }

    @Test
    void a_failed_compose_fails_for_all_who_need_it_with_its_number_and_for_nobody_else() {
        world.wanted(requested(SECOND, SETS));
        world.prepared(requested(FIRST, SETS));
        world.prepared(requested(SECOND, OTHERS));
        world.odcs.failed(1, "no such content set");

        world.round();

        Reason reason = new Reason(ReasonCode.COMPOSE_FAILED, Map.of("compose", "1", "error", "no such content set"));
        assertThat(world.stored.sent())
                .filteredOn(FailCompose.class::isInstance)
                .containsExactlyInAnyOrder(new FailCompose(id(FIRST), reason), new FailCompose(id(SECOND), reason));
        assertThat(world.uses.awaited())
                .extracting(ComposeUse::id)
                .containsExactly(OTHERS.idIn(SECOND).value());
    }

    @Test
    void what_odcs_refuses_fails_for_all_who_want_it() {
        world.wanted(requested(SECOND, SETS));
        world.odcs.refusal = "ODCS answered 400 (new compose): No source provided";

        world.prepared(requested(FIRST, SETS));

        Reason reason = Reason.of(ReasonCode.COMPOSE_REFUSED, "error", world.odcs.refusal);
        assertThat(world.stored.sent())
                .containsExactlyInAnyOrder(new FailCompose(id(FIRST), reason), new FailCompose(id(SECOND), reason));
        assertThat(world.uses.awaited()).isEmpty();
    }

    @Test
    void nobody_waits_longer_than_the_deadline_even_while_odcs_is_away() {
        world.prepared(requested(FIRST, SETS));
        world.wanted(requested(FIRST, OTHERS));
        world.odcs.away = true;
        world.pass(Duration.ofHours(24).minusSeconds(1));
        assertThatThrownBy(world::round).isInstanceOf(Unavailable.class);
        assertThat(world.uses.awaited()).hasSize(2);

        world.pass(Duration.ofSeconds(1));
        world.round();

        assertThat(world.stored.sent())
                .filteredOn(FailCompose.class::isInstance)
                .containsExactlyInAnyOrder(
                        new FailCompose(SETS.idIn(FIRST), late("1")), new FailCompose(OTHERS.idIn(FIRST), late("")));
        assertThat(world.uses.awaited()).isEmpty();
    }

    @Test
    void what_is_taken_away_or_forgotten_while_it_is_made_is_made_again() {
        world.prepared(requested(FIRST, SETS));
        world.odcs.removed(1);
        world.round();
        assertThat(world.waitingJobs()).containsExactly("renew-compose 1");
        world.renew.run("1");
        assertThat(world.odcs.renewals).containsExactly(1L);

        assertThat(world.stored.sent().getLast()).isEqualTo(new AssignCompose(id(FIRST), 2, false));
        assertThat(world.uses.awaited())
                .extracting(ComposeUse::number, ComposeUse::deadline)
                .containsExactly(tuple(2L, DEADLINE));
    }

    @Test
    void in_a_dry_run_nobody_but_its_own_maker_is_asked() {
        ComposeRequested wish = new ComposeRequested(SETS.idIn(FIRST), FIRST, 7, SETS, DEADLINE, true);
        world.wanted(requested(SECOND, SETS));

        world.prepared(wish);

        assertThat(world.odcs.requests).isEmpty();
        assertThat(world.dryRuns.requests).containsExactly(SETS);
        assertThat(world.uses.find(id(SECOND).value()).orElseThrow().number()).isNull();
    }

    @Test
    void while_odcs_is_away_dry_runs_go_on() {
        world.prepared(requested(FIRST, SETS));
        world.prepared(new ComposeRequested(OTHERS.idIn(FIRST), FIRST, 7, OTHERS, DEADLINE, true));
        world.database
                .sql()
                .sql("update compose set odcs_id = -1 where dry_run")
                .update();
        world.dryRuns.numbered(-1);
        world.odcs.away = true;

        assertThatThrownBy(world::round).isInstanceOf(Unavailable.class);

        assertThat(world.stored.sent()).contains(new ReportComposeDone(OTHERS.idIn(FIRST), -1));
    }

    private static Reason late(String number) {
        return new Reason(ReasonCode.COMPOSE_TIMED_OUT, Map.of("compose", number, "deadline", DEADLINE.toString()));
    }
}
