package io.freshmaker.standalone.smoke;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many milliseconds builds waited after the last of their parents was done, by the times of the facts. */
record StartedAfterParents(long builds, double median, double p95) {

    private static final String QUESTION = """
        with fact as (
            select aggregate_identifier as build, payload_type as kind, time_stamp::timestamptz as at,
                   convert_from(payload, 'UTF8')::jsonb as json
            from domain_event where type = 'ArtifactBuild'
        ), wait as (
            select extract(epoch from started.at - max(done.at)) * 1000 as ms
            from fact planned
            cross join jsonb_array_elements_text(planned.json -> 'build' -> 'parents') as parent
            join fact started on started.build = planned.build and started.kind = ?
            join fact done on done.build = parent and done.kind = ?
            where planned.kind = ?
            group by started.build, started.at
        )
        select count(*), percentile_cont(0.5) within group (order by ms), percentile_cont(0.95) within group (order by ms) from wait
        """;

    static StartedAfterParents in(JdbcClient sql) {
        return sql.sql(QUESTION)
                .params(
                        ArtifactBuildStarted.class.getName(),
                        ArtifactBuildSucceeded.class.getName(),
                        ArtifactBuildPlanned.class.getName())
                .query((row, _) -> new StartedAfterParents(row.getLong(1), row.getDouble(2), row.getDouble(3)))
                .single();
    }
}
