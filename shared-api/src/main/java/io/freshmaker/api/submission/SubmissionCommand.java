package io.freshmaker.api.submission;

import org.axonframework.commandhandling.RoutingKey;

/** What the bus says of other systems. Each is answered with whether it concerns us; repeated or late they change nothing. */
public sealed interface SubmissionCommand {

    /** Something changed there: ask {@code system} about it. The answer says whether it is one of our submissions. */
    record LookAtSubmission(@RoutingKey String system, String externalId) implements SubmissionCommand {}

    /** Koji has completed a build: ask which followed tags it has. The answer says whether it has any. */
    record LookAtBuild(@RoutingKey String nvr) implements SubmissionCommand {}
}
