package io.freshmaker.command.policy;

import static io.freshmaker.command.compose.Wishes.FIRST;
import static io.freshmaker.command.compose.Wishes.OTHERS;
import static io.freshmaker.command.compose.Wishes.SECOND;
import static io.freshmaker.command.compose.Wishes.SETS;
import static io.freshmaker.command.compose.Wishes.id;
import static io.freshmaker.command.compose.Wishes.requested;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.compose.ComposeCommand.AssignCompose;
import io.freshmaker.api.compose.ComposeCommand.ReportComposeDone;
import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.value.Actor;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import io.freshmaker.command.compose.Claim;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.platform.job.NotYet;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One compose for all who want the same, whoever of them comes, asks or is canceled first. */
class SharedComposesIT {

    private final ComposeWorld world = new ComposeWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void events_that_want_the_same_share_one_whoever_came_first() {
        world.wanted(requested(SECOND, SETS));
        world.prepared(requested(FIRST, SETS));
        world.prepare.run(id(SECOND).value());
        EventId third = EventId.ofMessage("message-3");
        world.prepared(requested(third, SETS));

        assertThat(world.odcs.requests).hasSize(1);
        assertThat(world.stored.sent())
                .containsExactly(
                        new AssignCompose(id(FIRST), 1, false),
                        new AssignCompose(id(SECOND), 1, true),
                        new AssignCompose(id(third), 1, true));
    }

    @Test
    void what_odcs_makes_for_somebody_else_already_is_shared_unless_it_is_soon_taken_away() {
        long soonGone = world.odcs.request(SETS);
        world.odcs.done(soonGone, world.now().plus(Duration.ofMinutes(30)));
        world.prepared(requested(FIRST, SETS));
        assertThat(world.stored.sent()).containsExactly(new AssignCompose(id(FIRST), 2, false));

        long theirs = world.odcs.request(OTHERS);
        world.odcs.done(theirs, world.now().plus(Duration.ofHours(20)));
        world.prepared(requested(FIRST, OTHERS));

        assertThat(world.odcs.requests).hasSize(3);
        assertThat(world.stored.sent().subList(1, 3))
                .containsExactly(
                        new AssignCompose(OTHERS.idIn(FIRST), theirs, true),
                        new ReportComposeDone(OTHERS.idIn(FIRST), theirs));
    }

    @Test
    void who_stood_still_between_looking_and_asking_asks_no_more_when_another_process_has() {
        String wish = world.wanted(requested(FIRST, SETS)).composeId().value();
        world.odcs.beforeNextAnswer = () -> world.prepare.run(wish);

        assertThatThrownBy(() -> world.prepare.run(wish)).isInstanceOf(NotYet.class);
        world.prepare.run(wish);

        assertThat(world.odcs.requests).hasSize(1);
        assertThat(world.stored.sent()).containsExactly(new AssignCompose(id(FIRST), 1, false));
    }

    @Test
    void while_an_order_may_still_be_heard_nobody_orders_again() {
        ComposeId wish = world.wanted(requested(FIRST, SETS)).composeId();
        assertThat(world.uses.claim(wish)).isEqualTo(new Claim.Ask(false, 1));
        assertThat(world.uses.calls().begin(wish, 1, world.now().plus(Duration.ofMinutes(1))))
                .isTrue();

        assertThatThrownBy(() -> world.prepare.run(wish.value())).isInstanceOf(NotYet.class);
        assertThat(world.odcs.requests).isEmpty();
        world.uses.calls().returned(wish, 1);
        world.prepare.run(wish.value());

        assertThat(world.odcs.requests).hasSize(1);
    }

    @Test
    void of_many_who_want_the_same_at_once_one_asks() {
        List<ComposeRequested> wishes = IntStream.range(0, 20)
                .mapToObj(i -> world.wanted(requested(EventId.ofMessage("message-" + i), SETS)))
                .toList();

        List<Claim> claims = wishes.parallelStream()
                .map(wish -> world.uses.claim(wish.composeId()))
                .toList();

        assertThat(claims).filteredOn(Claim.Ask.class::isInstance).hasSize(1);
        assertThat(claims).filteredOn(Claim.Nothing.class::isInstance).hasSize(19);
    }

    @Test
    void a_canceled_event_waits_no_more_and_others_still_do() {
        world.wanted(requested(SECOND, SETS));
        world.prepared(requested(FIRST, SETS));
        world.uses.leave(FIRST);
        assertThat(world.uses.awaited())
                .extracting(ComposeUse::id)
                .containsExactly(id(SECOND).value());

        world.odcs.done(1);
        world.round();

        assertThat(world.stored.sent())
                .contains(new ReportComposeDone(id(SECOND), 1))
                .doesNotContain(new ReportComposeDone(id(FIRST), 1));
    }

    @Test
    void a_wish_that_is_noted_while_its_event_is_canceled_is_not_asked_for() {
        world.wanted(requested(FIRST, SETS));
        world.stored.with(
                FIRST.value(),
                new RebuildActivated(FIRST, List.of()),
                new EventCanceled(FIRST, Actor.ANYONE, List.of()));

        world.prepare.run(id(FIRST).value());

        assertThat(world.odcs.requests).isEmpty();
        assertThat(world.uses.awaited()).isEmpty();
    }

    @Test
    void what_a_canceled_event_left_is_still_shared() {
        world.prepared(requested(FIRST, SETS));
        world.uses.leave(FIRST);
        world.odcs.done(1);

        world.prepared(requested(SECOND, SETS));

        assertThat(world.odcs.requests).hasSize(1);
        assertThat(world.stored.sent().subList(1, 3))
                .containsExactly(new AssignCompose(id(SECOND), 1, true), new ReportComposeDone(id(SECOND), 1));
    }

    @Test
    void when_who_asked_for_all_is_canceled_the_next_round_lets_another_one_ask() {
        world.wanted(requested(FIRST, SETS));
        world.wanted(requested(SECOND, SETS));
        assertThat(world.uses.claim(id(FIRST))).isEqualTo(new Claim.Ask(false, 1));
        world.prepare.run(id(SECOND).value());
        assertThat(world.odcs.requests).isEmpty();
        world.uses.leave(FIRST);

        world.round();

        assertThat(world.waitingJobs()).containsExactly("prepare-compose " + id(SECOND));
        world.prepare.run(id(SECOND).value());
        world.prepare.run(id(FIRST).value());
        assertThat(world.stored.sent()).containsExactly(new AssignCompose(id(SECOND), 1, false));
    }
}
