package io.freshmaker.command.policy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.submission.Submission;
import io.freshmaker.command.submission.Submissions;
import io.freshmaker.command.submission.Turn;
import io.freshmaker.platform.job.Jobs;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Submits within the places that a build system has for us; a system without a limit queues by itself and is asked at once. */
@Component
class Placed {

    private final Submissions submissions;
    private final ObjectProvider<Jobs> jobs;
    private final ObjectProvider<SubmitBuildJob> submitting;

    Placed(Submissions submissions, ObjectProvider<Jobs> jobs, ObjectProvider<SubmitBuildJob> submitting) {
        this.submissions = submissions;
        this.jobs = jobs;
        this.submitting = submitting;
    }

    /** Its id there; nothing while it waits for a place. */
    Optional<String> submit(BuildSystem system, BuildRequest request) {
        if (isUnlimited(system)) return Optional.of(findOrSubmit(system, request));
        Turn turn = submissions.take(system, request, this::submitLater);
        if (turn == Turn.WAIT) return Optional.empty();
        String id = turn == Turn.FIRST ? system.submit(request) : findOrSubmit(system, request);
        submissions.taken(request.build(), request.attempt(), id);
        return Optional.of(id);
    }

    /** Stops it there, if it can be there, and gives its place to the next. */
    void cancel(BuildSystem system, BuildRequest request) {
        if (isUnlimited(system) || submissions.mayBeThere(request.build())) system.cancel(request);
        leave(system, request.build());
    }

    /** Gives its place to the next. */
    void leave(BuildSystem system, BuildId build) {
        if (isUnlimited(system)) return;
        submissions.ended(build);
        fill(system);
    }

    /** Gives its place to the next. */
    void leave(BuildSystem system, Submission submission) {
        submissions.ended(submission);
        fill(system);
    }

    /** Nobody waits while there is a place, whatever went wrong before. */
    void fill(BuildSystem system) {
        submissions.fill(system, this::submitLater);
    }

    static boolean isUnlimited(BuildSystem system) {
        return system.places() == Integer.MAX_VALUE;
    }

    /** What is found may be another Event's build of the same sources, where the system cannot tell them apart. */
    private String findOrSubmit(BuildSystem system, BuildRequest request) {
        return system.find(request)
                .filter(id -> isUnlimited(system) || isNobodyElses(system, id, request.build()))
                .orElseGet(() -> system.submit(request));
    }

    private boolean isNobodyElses(BuildSystem system, String id, BuildId build) {
        return submissions
                .build(system.name(), id)
                .filter(other -> !other.equals(build))
                .isEmpty();
    }

    private void submitLater(BuildId build) {
        jobs.getObject().store(submitting.getObject(), build.value());
    }
}
