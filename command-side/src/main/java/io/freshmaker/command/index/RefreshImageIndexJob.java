package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.watch.Round;
import io.freshmaker.command.watch.Rounds;
import io.freshmaker.platform.job.Job;
import io.freshmaker.platform.job.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Reads the oldest entries of the index again, and first those of which only the name is known: a bounded number at a time, in
 * chunks that are each noted when they are done, so that whoever goes on after a crash goes on there (defect D2). One process
 * does it at a time.
 */
final class RefreshImageIndexJob implements Job, Rounds {

    private static final Logger log = LoggerFactory.getLogger(RefreshImageIndexJob.class);
    private static final String ALL = "all";
    private static final int ATTEMPTS = 3;

    private final ImageMetadata images;
    private final RefreshQueue queue;
    private final IndexSettings settings;
    private final ObjectProvider<Jobs> jobs;
    private final Clock clock;

    /** @param images which learns from what it is answered */
    RefreshImageIndexJob(
            ImageMetadata images, RefreshQueue queue, IndexSettings settings, ObjectProvider<Jobs> jobs, Clock clock) {
        this.images = images;
        this.queue = queue;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "refresh-image-index";
    }

    @Override
    public Queue queue() {
        return Queue.WATCH;
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    @Override
    public void run(String subject) {
        Instant before = clock.instant().minus(settings.refreshAfter());
        int left = settings.refreshAtMost();
        while (left > 0) {
            List<Nvr> chunk = queue.oldest(before, Math.min(left, settings.refreshChunk()));
            if (chunk.isEmpty()) return;
            refresh(chunk);
            left -= chunk.size();
        }
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("The index of images could not be refreshed; the next round goes on: {}", cause.toString());
    }

    @Override
    public List<Round> rounds() {
        return List.of(new Refreshing());
    }

    /** One that is refused, or cannot be stored, must not keep the others from being read for ever. */
    private void refresh(List<Nvr> chunk) {
        try {
            Instant now = clock.instant();
            if (images.withNvrs(chunk).stream().anyMatch(image -> image.asOf().isPresent())) {
                throw new Unavailable("Only the index itself could be asked");
            }
            queue.asked(chunk, now);
        } catch (Refused | DataIntegrityViolationException e) {
            if (chunk.size() > 1) halves(chunk);
            else skip(chunk, e);
        }
    }

    private void halves(List<Nvr> chunk) {
        int half = chunk.size() / 2;
        refresh(chunk.subList(0, half));
        refresh(chunk.subList(half, chunk.size()));
    }

    private void skip(List<Nvr> one, RuntimeException cause) {
        log.warn("{} is not refreshed in the index: {}", one.getFirst(), cause.toString());
        queue.asked(one, clock.instant());
    }

    /** Begins it regularly; one that is still at work is not begun again. */
    private final class Refreshing implements Round {

        @Override
        public String name() {
            return "refresh/images";
        }

        @Override
        public Duration every() {
            return settings.refreshInterval();
        }

        @Override
        public void begin() {
            jobs.getObject().store(RefreshImageIndexJob.this, ALL);
        }
    }
}
