package io.freshmaker.api.submission;

import org.axonframework.commandhandling.RoutingKey;

/** What the bus says of systems outside: not the truth, but a reason to ask them. Each answers whether it concerns us. */
public sealed interface SubmissionCommand {

    /** Something changed at what a build system, e.g. {@code koji}, knows under this id. */
    record LookAtSubmission(String system, @RoutingKey String externalId) implements SubmissionCommand {}

    /** Koji has completed a build: which of the followed tags has it? */
    record LookAtBuild(@RoutingKey String nvr) implements SubmissionCommand {}
}
