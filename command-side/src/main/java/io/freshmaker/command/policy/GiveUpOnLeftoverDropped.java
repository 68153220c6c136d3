package io.freshmaker.command.policy;

import io.freshmaker.api.leftover.LeftoverDropped;
import io.freshmaker.platform.job.FailedJobs;
import io.freshmaker.platform.letter.DeadLetters;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When a person dropped it, removes a dead letter or has a failed job given up. Parked messages are the messaging adapter's. */
@Component
@ProcessingGroup(TryAgainOnLeftoverRetried.GROUP)
@DisallowReplay
class GiveUpOnLeftoverDropped {

    private final DeadLetters letters;
    private final FailedJobs jobs;

    GiveUpOnLeftoverDropped(DeadLetters letters, FailedJobs jobs) {
        this.letters = letters;
        this.jobs = jobs;
    }

    @EventHandler
    void react(LeftoverDropped fact) {
        String key = fact.leftoverId().key();
        switch (fact.leftoverId().kind()) {
            case DEAD_LETTER -> letters.drop(key);
            case FAILED_JOB -> jobs.drop(Long.parseLong(key));
            case PARKED_MESSAGE -> {}
        }
    }
}
