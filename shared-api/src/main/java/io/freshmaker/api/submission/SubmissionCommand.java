package io.freshmaker.api.submission;

import org.axonframework.commandhandling.RoutingKey;

/** What the bus says of other systems. Each is answered with whether it concerns us; repeated or late they change nothing. */
public sealed interface SubmissionCommand {

    /**
     * Something changed there: ask {@code system} about it. The answer says whether it is one of our submissions, or teaches us.
     *
     * @param builtImage whether an image came out of it, whoever wanted that
     */
    record LookAtSubmission(@RoutingKey String system, String externalId, boolean builtImage)
            implements SubmissionCommand {

        public LookAtSubmission(String system, String externalId) {
            this(system, externalId, false);
        }
    }

    /** An advisory was signed or moved on to {@code state}, empty where the message does not say: ask whether it is ready. */
    record LookAtAdvisory(@RoutingKey long advisory, String state) implements SubmissionCommand {}

    /** An RPM build, an NVR, was signed: ask which advisories have it, and whether they are ready (spec §6.6). */
    record LookAtSignedBuild(@RoutingKey String nvr) implements SubmissionCommand {}

    /** A compose changed its state in ODCS: ask for it. The answer says whether it is one that we wait for. */
    record LookAtCompose(@RoutingKey long odcsId) implements SubmissionCommand {}

    /** Koji has completed a build: ask which followed tags it has. The answer says whether it has any. */
    record LookAtBuild(@RoutingKey String nvr) implements SubmissionCommand {}
}
