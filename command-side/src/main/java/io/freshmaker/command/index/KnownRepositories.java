package io.freshmaker.command.index;

import com.fasterxml.jackson.core.type.TypeReference;
import io.freshmaker.command.port.ImageRepository;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The repositories as they were last listed. */
record KnownRepositories(JdbcClient sql) {

    private static final TypeReference<List<ImageRepository>> ALL = new TypeReference<>() {};

    void learn(boolean publishedOnly, List<ImageRepository> all, Instant now) {
        sql.sql("""
            insert into image_repositories (published_only, repositories, learned_at) values (?, ?::jsonb, ?)
            on conflict (published_only) do update set repositories = excluded.repositories, learned_at = excluded.learned_at
            where image_repositories.learned_at <= excluded.learned_at\
            """)
                .params(publishedOnly, ImageRows.json(all), Timestamp.from(now))
                .update();
    }

    Optional<Aged<List<ImageRepository>>> find(boolean publishedOnly) {
        return sql.sql("select repositories, learned_at from image_repositories where published_only = ?")
                .param(publishedOnly)
                .query((row, _) -> new Aged<>(
                        RememberedRows.read(row.getString("repositories"), ALL),
                        row.getTimestamp("learned_at").toInstant()))
                .optional();
    }
}
