package io.freshmaker.query.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningQuerySide
class MonitoringIT {

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Test
    void ends_are_counted_by_the_originals_names_and_answers_are_timed() {
        double completeBefore = value("freshmaker_event_complete_total");
        double failedBefore = value("freshmaker_artifact_build_failed_total");

        facts.store(Story.registered()
                .with("base")
                .planned()
                .failed("base", "base")
                .complete(0, 1)
                .told());
        api.get("/api/1/builds/");

        assertThat(value("freshmaker_event_complete_total")).isEqualTo(completeBefore + 1);
        assertThat(value("freshmaker_artifact_build_failed_total")).isEqualTo(failedBefore + 1);
        assertThat(value("build_api_latency_count")).isPositive();
        assertThat(api.get("/monitor/metrics").body())
                .contains("event_api_latency_bucket{le=\"0.005\"}")
                .contains(
                        "freshmaker_event_canceled_total",
                        "freshmaker_event_skipped_total",
                        "freshmaker_event_failed_total")
                .contains("freshmaker_artifact_build_done_total", "freshmaker_artifact_build_canceled_total");
    }

    @Test
    void the_time_in_each_state_the_open_builds_and_the_lag_of_processors_are_measured() {
        double before = value("freshmaker_build_state_seconds_count{state=\"BUILD\"");

        facts.store(Story.registered()
                .with("base")
                .planned()
                .started("base", "pid-1")
                .done("base")
                .told());

        assertThat(value("freshmaker_build_state_seconds_count{state=\"BUILD\""))
                .isEqualTo(before + 1);
        assertThat(api.get("/monitor/metrics").body())
                .contains("freshmaker_builds{state=\"PLANNED\"}")
                .contains("freshmaker_build_oldest_age_seconds{state=\"BUILD\"}")
                .contains("freshmaker_processor_lag{processor=\"events\"}");
    }

    @Test
    void health_version_and_the_first_page_are_there() {
        assertThat(api.json("/actuator/health/liveness").path("status").asString())
                .isEqualTo("UP");
        assertThat(api.json("/actuator/health/readiness").path("status").asString())
                .isEqualTo("UP");
        String version =
                api.json("/actuator/info").path("build").path("version").asString();
        assertThat(version).isNotEmpty();
        assertThat(api.json("/api/1/about/").toString())
                .isEqualTo("{\"version\":\"" + version + "\",\"auth_backend\":\"noauth\"}");
        assertThat(api.get("/").body()).contains("<title>Freshmaker</title>", "api/1/builds/", "monitor/metrics");
    }

    private double value(String name) {
        return api.get("/monitor/metrics")
                .body()
                .lines()
                .filter(line ->
                        line.startsWith(name + " ") || line.startsWith(name + "{") || line.startsWith(name + "}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
