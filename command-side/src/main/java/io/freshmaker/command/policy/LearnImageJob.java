package io.freshmaker.command.policy;

import io.freshmaker.api.value.BuildId;
import io.freshmaker.command.index.NewImages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has the index learn of the image that came out of a build. */
@Component
class LearnImageJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LearnImageJob.class);

    private final Facts facts;
    private final NewImages images;

    LearnImageJob(Facts facts, NewImages images) {
        this.facts = facts;
        this.images = images;
    }

    @Override
    public String name() {
        return "learn-image";
    }

    @Override
    public void run(String subject) {
        facts.of(new BuildId(subject)).builtImage().ifPresent(images::learn);
    }

    /** The refresh of the index asks about it before others, for it knows its name. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("The index has not learned what build {} has made: {}", subject, cause.toString());
    }
}
