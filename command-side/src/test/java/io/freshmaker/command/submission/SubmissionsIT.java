package io.freshmaker.command.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.LimitedBuildSystem;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SubmissionsIT {

    private final TestDatabase database = TestPostgres.fresh();
    private final Submissions submissions = submissions();
    private final List<BuildId> told = new ArrayList<>();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void while_a_call_may_still_be_heard_nobody_makes_another_one() {
        BuildRequest request = BuildRequests.image(1);
        Place first = submissions.take(new LimitedBuildSystem(1), request, told::add);
        Instant until = Instant.now().plusSeconds(65);

        assertThat(submissions.begin(request, first.call(), until)).isTrue();
        Place second = submissions.take(new LimitedBuildSystem(1), request, told::add);
        submissions.returned(request, first.call());

        assertThat(second.turn()).isEqualTo(Turn.ON_ITS_WAY);
        assertThat(second.left()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(65));
        assertThat(take(1, 1)).isEqualTo(Turn.AGAIN);
    }

    @Test
    void who_stood_still_while_another_one_tried_makes_no_call_any_more() {
        BuildRequest request = BuildRequests.image(1);
        Place frozen = submissions.take(new LimitedBuildSystem(1), request, told::add);
        Place other = submissions.take(new LimitedBuildSystem(1), request, told::add);
        Instant now = Instant.now();

        assertThat(submissions.begin(request, frozen.call(), now)).isFalse();
        assertThat(submissions.begin(request, other.call(), now)).isTrue();
    }

    @Test
    void who_has_a_place_goes_first_and_may_have_been_there_when_asked_again() {
        assertThat(take(1, 2)).isEqualTo(Turn.FIRST);
        assertThat(take(1, 2)).isEqualTo(Turn.AGAIN);
    }

    @Test
    void the_others_wait_in_their_order_until_a_place_is_free() {
        take(1, 1);
        assertThat(take(2, 1)).isEqualTo(Turn.WAIT);
        assertThat(take(3, 1)).isEqualTo(Turn.WAIT);

        submissions.fill(new LimitedBuildSystem(1), told::add);
        assertThat(told).isEmpty();
        submissions.ended(BuildRequests.id(1));
        submissions.fill(new LimitedBuildSystem(1), told::add);

        assertThat(told).containsExactly(BuildRequests.id(2));
        assertThat(take(2, 1)).isEqualTo(Turn.FIRST);
        assertThat(take(3, 1)).isEqualTo(Turn.WAIT);
    }

    @Test
    void what_comes_new_does_not_overtake_what_waits() {
        take(1, 1);
        take(2, 1);
        submissions.ended(BuildRequests.id(1));

        assertThat(submissions
                        .take(new LimitedBuildSystem(1), BuildRequests.image(3), told::add)
                        .turn())
                .isEqualTo(Turn.WAIT);
        assertThat(told).containsExactly(BuildRequests.id(2));
    }

    @Test
    void what_was_taken_is_followed_until_it_has_ended_and_known_for_ever() {
        take(1, 2);
        submissions.taken(BuildRequests.id(1), 1, "42");
        Submission first = new Submission(BuildRequests.id(1), 1, "42");

        assertThat(submissions.followed("limited")).containsExactly(first);
        assertThat(submissions.followed("limited", "42")).contains(first);
        submissions.ended(first);

        assertThat(submissions.followed("limited")).isEmpty();
        assertThat(submissions.followed("limited", "42")).isEmpty();
        assertThat(submissions.build("limited", "42")).contains(BuildRequests.id(1));
        assertThat(submissions.build("limited", "43")).isEmpty();
    }

    @Test
    void the_next_attempt_has_a_place_of_its_own() {
        take(1, 1);
        submissions.taken(BuildRequests.id(1), 1, "42");
        BuildRequest second = BuildRequests.again(1, "42");
        assertThat(submissions
                        .take(new LimitedBuildSystem(1), second, told::add)
                        .turn())
                .isEqualTo(Turn.WAIT);

        submissions.ended(new Submission(BuildRequests.id(1), 1, "42"));

        assertThat(submissions
                        .take(new LimitedBuildSystem(1), second, told::add)
                        .turn())
                .isEqualTo(Turn.FIRST);
    }

    @Test
    void of_what_waits_no_system_has_heard() {
        take(1, 1);
        take(2, 1);

        assertThat(submissions.mayBeThere(BuildRequests.id(1))).isTrue();
        assertThat(submissions.mayBeThere(BuildRequests.id(2))).isFalse();
        assertThat(submissions.mayBeThere(BuildRequests.id(3)))
                .as("of what is not noted nothing is known")
                .isTrue();
    }

    @Test
    void it_is_known_what_was_asked_for_and_not_answered() {
        take(1, 1);
        var key = BuildRequests.image(1).artifact().key();
        assertThat(submissions.isUnanswered("limited", key)).isTrue();
        assertThat(submissions.isUnanswered("other", key)).isFalse();

        submissions.taken(BuildRequests.id(1), 1, "42");

        assertThat(submissions.isUnanswered("limited", key)).isFalse();
    }

    /** Issue 3: a limit of 20 builds at once is never exceeded and always used while work is ready, over 1,000 builds. */
    @Test
    void no_place_stays_empty_while_somebody_waits_and_none_is_taken_twice() {
        int places = 20;
        LimitedBuildSystem system = new LimitedBuildSystem(places);
        Queue<BuildId> inside = new ArrayDeque<>();
        Queue<BuildId> called = new ArrayDeque<>();
        int done = 0;
        for (int i = 1; i <= 1000; i++) {
            if (submissions.take(system, BuildRequests.image(i), called::add).turn() != Turn.WAIT)
                inside.add(BuildRequests.id(i));
        }
        while (!inside.isEmpty()) {
            assertThat(inside).as("after %d builds", done).hasSize(Math.min(places, 1000 - done));
            submissions.ended(inside.remove());
            done++;
            submissions.fill(system, called::add);
            while (!called.isEmpty()) inside.add(called.remove());
        }
        assertThat(done).isEqualTo(1000);
    }

    @Test
    void many_at_once_take_no_more_places_than_there_are() {
        LimitedBuildSystem system = new LimitedBuildSystem(5);
        AtomicInteger inside = new AtomicInteger();
        Queue<BuildId> called = new ConcurrentLinkedQueue<>();

        IntStream.rangeClosed(1, 60).parallel().forEach(i -> {
            if (submissions.take(system, BuildRequests.image(i), called::add).turn() != Turn.WAIT)
                inside.incrementAndGet();
        });

        assertThat(inside.get() + called.size()).isEqualTo(5);
    }

    private Turn take(int build, int places) {
        return submissions
                .take(new LimitedBuildSystem(places), BuildRequests.image(build), told::add)
                .turn();
    }

    private Submissions submissions() {
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        return new Submissions(database.sql(), transactions, Clock.systemUTC());
    }
}
