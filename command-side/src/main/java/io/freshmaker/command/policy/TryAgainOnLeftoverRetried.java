package io.freshmaker.command.policy;

import io.freshmaker.api.leftover.LeftoverRetried;
import io.freshmaker.platform.job.FailedJobs;
import io.freshmaker.platform.letter.DeadLetters;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** When a person wants it, has a dead letter or a failed job tried now. Parked messages are the messaging adapter's. */
@Component
@ProcessingGroup(TryAgainOnLeftoverRetried.GROUP)
@DisallowReplay
public class TryAgainOnLeftoverRetried {

    /** Shared with {@link GiveUpOnLeftoverDropped}, so that what people decide about one thing is done in their order. */
    public static final String GROUP = "policy-leftovers";

    private final DeadLetters letters;
    private final FailedJobs jobs;

    TryAgainOnLeftoverRetried(DeadLetters letters, FailedJobs jobs) {
        this.letters = letters;
        this.jobs = jobs;
    }

    @EventHandler
    void react(LeftoverRetried fact) {
        String key = fact.leftoverId().key();
        switch (fact.leftoverId().kind()) {
            case DEAD_LETTER -> letters.retry(key);
            case FAILED_JOB -> jobs.retry(Long.parseLong(key));
            case PARKED_MESSAGE -> {}
        }
    }
}
