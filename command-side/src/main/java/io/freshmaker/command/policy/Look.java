package io.freshmaker.command.policy;

import io.freshmaker.platform.job.Job;

/** A job that asks a system outside how something stands. It is given up soon: the next round asks again. */
interface Look extends Job {

    @Override
    default Queue queue() {
        return Queue.WATCH;
    }

    @Override
    default int attempts() {
        return 5;
    }
}
