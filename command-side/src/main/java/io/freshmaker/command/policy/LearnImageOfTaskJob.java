package io.freshmaker.command.policy;

import io.freshmaker.command.index.IndexSettings;
import io.freshmaker.command.index.NewImages;
import io.freshmaker.command.port.ImageTasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the index learn of an image that somebody else has built, right after that: a search lists it days later. */
@Component
class LearnImageOfTaskJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LearnImageOfTaskJob.class);

    private final ObjectProvider<ImageTasks> tasks;
    private final NewImages images;
    private final IndexSettings settings;

    LearnImageOfTaskJob(ObjectProvider<ImageTasks> tasks, NewImages images, IndexSettings settings) {
        this.tasks = tasks;
        this.images = images;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "learn-image-of-task";
    }

    /** Whether there is an index that wants to know, and somebody who says what came out of a task. */
    boolean isWanted() {
        return settings.othersBuilds() && images.canBeAsked() && tasks.getIfAvailable() != null;
    }

    @Override
    public void run(String subject) {
        tasks.ifAvailable(known -> known.imageOf(subject).ifPresent(images::learn));
    }

    /** A search will list it. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("The index has not learned what task {} has built: {}", subject, cause.toString());
    }
}
