package io.freshmaker.command.policy;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.command.port.BuildRequest;

/** Whether a build's composes are there when it is to be submitted. */
sealed interface Composed {

    /** They are, under these numbers. */
    record Ready(BuildRequest request) implements Composed {}

    /** One of them is being made again. */
    record Waiting(String what) implements Composed {}

    /** One of them will never be there. */
    record Broken(Reason reason) implements Composed {}
}
