package io.freshmaker.command.policy;

import io.freshmaker.command.port.BuildSystems;
import io.freshmaker.command.submission.Submissions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a build system about the one submission of which the bus spoke. Whoever may publish there can make us look, no more. */
@Component
class LookAtSubmissionJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LookAtSubmissionJob.class);
    private static final String SEPARATOR = ":";

    private final BuildSystems systems;
    private final Submissions submissions;
    private final EndedSubmissions ended;

    LookAtSubmissionJob(BuildSystems systems, Submissions submissions, EndedSubmissions ended) {
        this.systems = systems;
        this.submissions = submissions;
        this.ended = ended;
    }

    static String subject(String system, String externalId) {
        return system + SEPARATOR + externalId;
    }

    @Override
    public String name() {
        return "look-at-submission";
    }

    @Override
    public void run(String subject) {
        String[] parts = subject.split(SEPARATOR, 2);
        submissions
                .followed(parts[0], parts[1])
                .ifPresent(submission -> ended.report(systems.named(parts[0]), List.of(submission)));
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("{} could not be asked about; the next round asks again: {}", subject, cause.toString());
    }
}
