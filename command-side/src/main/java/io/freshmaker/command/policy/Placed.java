package io.freshmaker.command.policy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildSystem;
import io.freshmaker.command.submission.Place;
import io.freshmaker.command.submission.Submission;
import io.freshmaker.command.submission.Submissions;
import io.freshmaker.platform.job.Jobs;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Submits within the places that a build system has for us; a system without a limit queues by itself and is asked at once. */
@Component
class Placed {

    private final Submissions submissions;
    private final ObjectProvider<Jobs> jobs;
    private final ObjectProvider<SubmitBuildJob> submitting;
    private final Clock clock;

    Placed(Submissions submissions, ObjectProvider<Jobs> jobs, ObjectProvider<SubmitBuildJob> submitting, Clock clock) {
        this.submissions = submissions;
        this.jobs = jobs;
        this.submitting = submitting;
        this.clock = clock;
    }

    /** Its id there; nothing while it waits for a place. */
    Optional<String> submit(BuildSystem system, BuildRequest request) {
        if (isUnlimited(system)) {
            return system.find(request).or(() -> Optional.of(system.submit(request)));
        }
        Place place = submissions.take(system, request, this::submitLater);
        Optional<String> id = switch (place.turn()) {
            case WAIT -> Optional.empty();
            case ON_ITS_WAY -> throw OneOrder.onItsWay(place.left());
            case FIRST -> Optional.of(send(system, request, place.call()));
            case AGAIN -> found(system, request).or(() -> Optional.of(send(system, request, place.call())));
        };
        id.ifPresent(known -> submissions.taken(request.build(), request.attempt(), known));
        return id;
    }

    private String send(BuildSystem system, BuildRequest request, int call) {
        return new OneOrder(clock, system.longestCall())
                .send(
                        until -> submissions.begin(request, call, until),
                        () -> submissions.returned(request, call),
                        () -> system.submit(request));
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
    private Optional<String> found(BuildSystem system, BuildRequest request) {
        return system.find(request).filter(id -> isNobodyElses(system, id, request.build()));
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
