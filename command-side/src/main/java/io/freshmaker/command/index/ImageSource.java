package io.freshmaker.command.index;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notes, for people who read the index, when the system that knows images answered last, and since when it does not. */
final class ImageSource {

    private static final Logger log = LoggerFactory.getLogger(ImageSource.class);

    /** More often nobody wants to know that all is well. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int LONGEST = 500;

    private final String name;
    private final JdbcClient sql;
    private final Clock clock;
    private volatile @Nullable Instant notedAnswer;
    private volatile boolean away;

    ImageSource(String name, JdbcClient sql, Clock clock) {
        this.name = name;
        this.sql = sql;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    void answered() {
        Instant now = clock.instant();
        Instant noted = notedAnswer;
        if (noted != null && noted.plus(PAUSE).isAfter(now)) return;
        sql.sql("""
            insert into image_source (name, answered_at) values (?, ?)
            on conflict (name) do update set answered_at = excluded.answered_at, away_since = null, failure = null\
            """).params(name, Timestamp.from(now)).update();
        notedAnswer = now;
        away = false;
    }

    void failed(RuntimeException failure) {
        notedAnswer = null; // the next answer is news
        String text = String.valueOf(failure.getMessage()).replace("\0", "");
        if (!away) log.warn("{} does not answer what it is asked about images: {}", name, text);
        away = true;
        sql.sql("""
            insert into image_source (name, away_since, failure) values (?, ?, ?)
            on conflict (name) do update set
                away_since = coalesce(image_source.away_since, excluded.away_since), failure = excluded.failure\
            """)
                .params(name, Timestamp.from(clock.instant()), text.substring(0, Math.min(text.length(), LONGEST)))
                .update();
    }
}
