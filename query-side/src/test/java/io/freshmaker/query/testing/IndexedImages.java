package io.freshmaker.query.testing;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.value.RpmSortKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Images as the command side's index has them, in the architectures x86_64 and, without the first RPM, s390x. */
@Component
public class IndexedImages {

    /** When a system spoke of an image, if nothing else is said. */
    public static final Instant SEEN = Instant.parse("2026-08-01T10:00:00Z");

    private final JdbcClient sql;

    IndexedImages(JdbcClient sql) {
        this.sql = sql;
    }

    /** An image that is there now. */
    public final class Added {

        private final String nvr;

        private Added(String nvr) {
            this.nvr = nvr;
        }

        public Added parent(String parent) {
            sql.sql("insert into image_parent (parent, child) values (?, ?)")
                    .params(parent, nvr)
                    .update();
            sql.sql("update image set parent = ? where nvr = ?")
                    .params(parent, nvr)
                    .update();
            return this;
        }

        public Added seen(Instant at) {
            sql.sql("update image_age set seen_at = ? from image where id = image and nvr = ?")
                    .params(Timestamp.from(at), nvr)
                    .update();
            return this;
        }

        /** In a repository of one name, with that tag. */
        public Added placed(boolean published, String tag) {
            sql.sql("update image set published = ?, placements = ?::jsonb where nvr = ?")
                    .params(
                            published,
                            "[{\"registry\": \"registry.example.com\", \"repository\": \"apps/web\", \"published\": %s, \"tags\": [\"%s\"]}]"
                                    .formatted(published, tag),
                            nvr)
                    .update();
            return this;
        }
    }

    public void clear() {
        sql.sql("truncate image, image_age, image_parent, image_rpm, image_package, image_source")
                .update();
    }

    /** @param rpms name-version-release of each */
    public Added image(String nvr, String... rpms) {
        Integer[] numbers = Arrays.stream(rpms).map(this::rpm).toArray(Integer[]::new);
        sql.sql("""
            insert into image (nvr, name, version, packages, rpms, arches, content_sets, labels)
            select ?, ?, '1', array(select distinct package from image_rpm where id = any(?)), ?, ?::jsonb, '{base-rpms}', '{"a": "b"}'\
            """)
                .params(
                        nvr,
                        new Nvr(nvr).name(),
                        numbers,
                        numbers,
                        "{\"x86_64\": [], \"s390x\": [%s]}".formatted(numbers.length == 0 ? "" : numbers[0]))
                .update();
        sql.sql("insert into image_age (image, seen_at, whole_at) select id, ?, ? from image where nvr = ?")
                .params(Timestamp.from(SEEN), Timestamp.from(SEEN), nvr)
                .update();
        return new Added(nvr);
    }

    /** The system that is asked, and since when it is away; null while it answers. */
    public void source(@Nullable Instant awaySince) {
        sql.sql("insert into image_source (name, answered_at) values ('pyxis', ?)")
                .param(Timestamp.from(SEEN))
                .update();
        if (awaySince == null) return;
        sql.sql("update image_source set away_since = ?, failure = 'no route to host'")
                .param(Timestamp.from(awaySince))
                .update();
    }

    private Integer rpm(String nvr) {
        String name = new Nvr(nvr).name();
        sql.sql("insert into image_package (name) values (?) on conflict do nothing")
                .param(name)
                .update();
        sql.sql("""
            insert into image_rpm (package, nvr, arch, sort_key) select id, ?, '', ? from image_package where name = ?
            on conflict do nothing\
            """).params(nvr, RpmSortKey.of(new Nvr(nvr)), name).update();
        return sql.sql("select id from image_rpm where nvr = ?")
                .param(nvr)
                .query(Integer.class)
                .single();
    }
}
