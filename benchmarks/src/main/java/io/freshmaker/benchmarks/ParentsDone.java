package io.freshmaker.benchmarks;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.value.EventId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Reads from the stored facts how long each build waited after the last of its parents was done. */
record ParentsDone(String jdbcUrl) {

    private static final String WAITS = """
        with fact as (
            select aggregate_identifier as build, payload_type, time_stamp::timestamptz as at,
                   convert_from(payload, 'UTF8')::jsonb as json
            from domain_event where type = 'ArtifactBuild'
        ), parent as (
            select build, jsonb_array_elements_text(json -> 'build' -> 'parents') as parent
            from fact where payload_type = ? and json ->> 'eventId' = ?
        )
        select extract(epoch from started.at - max(done.at)) * 1000
        from parent
        join fact as started on started.build = parent.build and started.payload_type = ?
        join fact as done on done.build = parent.parent and done.payload_type = ?
        group by started.build, started.at
        """;

    /** In milliseconds, one for each build of the Event that has parents and was started. */
    List<Double> toChildStarted(EventId event) {
        return JdbcClient.create(new DriverManagerDataSource(jdbcUrl))
                .sql(WAITS)
                .params(
                        ArtifactBuildPlanned.class.getName(),
                        event.value(),
                        ArtifactBuildStarted.class.getName(),
                        ArtifactBuildSucceeded.class.getName())
                .query((row, _) -> row.getDouble(1))
                .list();
    }
}
