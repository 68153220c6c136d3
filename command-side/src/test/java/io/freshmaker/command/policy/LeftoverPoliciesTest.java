package io.freshmaker.command.policy;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import io.freshmaker.api.leftover.LeftoverDropped;
import io.freshmaker.api.leftover.LeftoverId;
import io.freshmaker.api.leftover.LeftoverId.Kind;
import io.freshmaker.api.leftover.LeftoverRetried;
import io.freshmaker.api.value.Actor;
import io.freshmaker.platform.job.FailedJobs;
import io.freshmaker.platform.letter.DeadLetters;
import org.junit.jupiter.api.Test;

class LeftoverPoliciesTest {

    private final DeadLetters letters = mock(DeadLetters.class);
    private final FailedJobs jobs = mock(FailedJobs.class);

    @Test
    void what_a_person_wants_is_asked_of_the_owner_of_the_thing() {
        retried(Kind.DEAD_LETTER.of("0b0f"));
        retried(Kind.FAILED_JOB.of(12));
        retried(Kind.PARKED_MESSAGE.of(7));
        verify(letters).retry("0b0f");
        verify(jobs).retry(12);

        dropped(Kind.DEAD_LETTER.of("0b0f"));
        dropped(Kind.FAILED_JOB.of(12));
        dropped(Kind.PARKED_MESSAGE.of(7));
        verify(letters).drop("0b0f");
        verify(jobs).drop(12);
        verifyNoMoreInteractions(letters, jobs);
    }

    private void retried(LeftoverId id) {
        new TryAgainOnLeftoverRetried(letters, jobs).react(new LeftoverRetried(id, 1, Actor.ANYONE));
    }

    private void dropped(LeftoverId id) {
        new GiveUpOnLeftoverDropped(letters, jobs).react(new LeftoverDropped(id, 1, Actor.ANYONE, "reason-1"));
    }
}
