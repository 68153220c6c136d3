package io.freshmaker.query.bundle;

import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.wire.PullspecOverridesJson;
import io.freshmaker.query.web.Named;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The rows of bundles that are built: what is put into each never changes, so no replay takes it away meanwhile. */
@Component
class Bundles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient sql;

    Bundles(JdbcClient sql) {
        this.sql = sql;
    }

    /** What OSBS is told of the build with these digits as its id; empty for what is no bundle. */
    Optional<String> overrides(String number) {
        return Named.number(number)
                .flatMap(id -> sql.sql("select overrides from bundle_view where number = ?")
                        .param(id)
                        .query(String.class)
                        .optional());
    }

    void save(BundlePinned fact) {
        sql.sql("""
            insert into bundle_view (build_key, number, event_number, overrides) values (?, ?, ?, ?)
            on conflict (build_key) do update set overrides = excluded.overrides\
            """)
                .params(
                        fact.buildId().value(),
                        fact.number(),
                        fact.eventNumber(),
                        JSON.writeValueAsString(PullspecOverridesJson.of(fact.bundle())))
                .update();
    }
}
