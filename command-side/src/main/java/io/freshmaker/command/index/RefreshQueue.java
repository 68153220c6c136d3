package io.freshmaker.command.index;

import io.freshmaker.api.value.Nvr;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which entries of the index are to be read again: what was asked for last stands last. */
record RefreshQueue(JdbcClient sql) {

    /** Those that were never asked for, then those that were not since a time, the oldest first. */
    List<Nvr> oldest(Instant since, int limit) {
        return sql.sql("""
            select nvr from (
                select image, asked_at from image_age where asked_at is null or asked_at < ?
                order by asked_at nulls first, image limit ?) as oldest
            join image on id = oldest.image order by asked_at nulls first, id\
            """)
                .params(Timestamp.from(since), limit)
                .query((row, _) -> new Nvr(row.getString("nvr")))
                .list();
    }

    /** They were asked for; whoever is not known there is asked for again like the others. */
    void asked(Collection<Nvr> nvrs, Instant at) {
        sql.sql("update image_age set asked_at = ? from image where id = image and nvr = any(?)")
                .params(Timestamp.from(at), nvrs.stream().map(Nvr::value).toArray(String[]::new))
                .update();
    }
}
