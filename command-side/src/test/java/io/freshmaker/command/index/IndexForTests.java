package io.freshmaker.command.index;

import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.platform.job.Jobs;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An empty index in a database of its own, and a clock that a test moves. */
final class IndexForTests implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-26T12:00:00.123456Z");

    final TestDatabase database = TestPostgres.fresh();
    Instant now = NOW;
    final ImageIndex index =
            new ImageIndex(database.sql(), new JdbcTransactionManager(database.dataSource()), new Moved());

    RememberedImageMetadata before(ImageMetadata asked, AnswersWhenAway allowed) {
        Clock clock = new Moved();
        return new RememberedImageMetadata(
                asked, index, new ImageSource("pyxis", database.sql(), clock), allowed, new Lately(clock));
    }

    RefreshImageIndexJob refresh(ImageMetadata images, int atMost, int chunk) {
        IndexSettings settings = new IndexSettings(
                AnswersWhenAway.NOTHING, true, Duration.ofMinutes(10), atMost, chunk, Duration.ofDays(1));
        return new RefreshImageIndexJob(
                images,
                new RefreshQueue(database.sql()),
                settings,
                new StaticListableBeanFactory().getBeanProvider(Jobs.class),
                new Moved());
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Moved extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
