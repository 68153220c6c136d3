package io.freshmaker.query.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import io.freshmaker.query.testing.Story.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What OSBS is told while it builds a bundle (spec §17). */
@RunningQuerySide
class PullspecOverridesIT {

    private static final BundleOverrides BUNDLE = new BundleOverrides(
            List.of(
                    new Pullspec("r.example.com/shop/app:v1", "r.example.com/shop/app@sha256:22", true, "r@sha256:11"),
                    new Pullspec("r.example.com/shop/db:v1", "r.example.com/shop/db@sha256:33", false, null)),
            "shop.1.2.3-0.1608854400.p",
            "1.2.3+0.1608854400.p",
            "shop.1.2.3");

    private static final BundleOverrides WAITING = new BundleOverrides(
            List.of(
                    new Pullspec("r.example.com/shop/app:v1", "r@sha256:11", false, null, "app-1-1"),
                    BUNDLE.pullspecs().getLast()),
            BUNDLE.csvName(),
            BUNDLE.csvVersion(),
            BUNDLE.substitutesFor());

    private static final String TOLD = """
        {"pullspec_replacements": [
            {"new": "r.example.com/shop/app@sha256:22", "original": "r.example.com/shop/app:v1", "pinned": true},
            {"new": "r.example.com/shop/db@sha256:33", "original": "r.example.com/shop/db:v1", "pinned": false}],
         "update": {"metadata": {"name": "shop.1.2.3-0.1608854400.p",
                                 "annotations": {"olm.substitutesFor": "shop.1.2.3"}},
                    "spec": {"version": "1.2.3+0.1608854400.p"}}}\
        """;

    @Autowired
    Facts facts;

    @Autowired
    Api api;

    @Autowired
    JdbcClient sql;

    private final Story story = Story.registered().with("shop").with("app").planned();

    @Test
    void a_bundle_is_told_all_its_pullspecs_and_its_new_version_and_its_build_says_where() {
        facts.store(withBundle());
        String path = "/api/2/pullspec_overrides/" + story.build("shop");

        assertThat(api.json(path)).isEqualTo(told());
        assertThat(api.json("/api/1/pullspec_overrides/" + story.build("shop"))).isEqualTo(told());
        assertThat(api.json("/api/1/builds/" + story.build("shop"))
                        .path("build_args")
                        .path("operator_csv_modifications_url")
                        .asString())
                .isEqualTo(path);
        assertThat(api.get("/api/2/pullspec_overrides/" + story.build("app")).body())
                .isEqualTo("null");
    }

    @Test
    void a_bundle_is_told_while_the_rows_of_builds_are_made_anew() {
        facts.store(withBundle());

        sql.sql("delete from build_view where number = ?")
                .param(story.build("shop"))
                .update();

        assertThat(api.json("/api/2/pullspec_overrides/" + story.build("shop"))).isEqualTo(told());
    }

    /** Decision 34: whoever asks too early, as after a crash, is not told what it had before. */
    @Test
    void a_bundle_that_waits_for_digests_is_told_nothing_until_they_are_known() {
        String path = "/api/2/pullspec_overrides/" + story.build("shop");
        facts.store(with(WAITING));
        assertThat(api.get(path).body()).isEqualTo("null");

        ArtifactBuildPlanned planned = story.told().stream()
                .map(Told::fact)
                .filter(ArtifactBuildPlanned.class::isInstance)
                .map(ArtifactBuildPlanned.class::cast)
                .filter(fact -> fact.number() == story.build("shop"))
                .findFirst()
                .orElseThrow();
        facts.store(List.of(new Told(
                new BundlePinned(planned.buildId(), planned.eventId(), planned.eventNumber(), planned.number(), BUNDLE),
                Instant.parse("2026-08-03T12:00:00Z"))));

        assertThat(api.json(path)).isEqualTo(told());
    }

    private List<Told> withBundle() {
        return with(BUNDLE);
    }

    /** The story, in which the shop is a bundle. */
    private List<Told> with(BundleOverrides bundle) {
        return story.told().stream()
                .map(told ->
                        told.fact() instanceof ArtifactBuildPlanned planned && planned.number() == story.build("shop")
                                ? new Told(bundle(planned, bundle), told.at())
                                : told)
                .toList();
    }

    private static ArtifactBuildPlanned bundle(ArtifactBuildPlanned planned, BundleOverrides bundle) {
        PlannedBuild build = planned.build();
        Preparation needs =
                new Preparation(List.of(), false, true, List.of(), List.of(), List.of(), null, null, bundle);
        return new ArtifactBuildPlanned(
                planned.buildId(),
                planned.eventId(),
                planned.eventNumber(),
                planned.number(),
                new PlannedBuild(
                        build.id(),
                        build.artifact(),
                        build.rebuildReason(),
                        build.reason(),
                        build.parents(),
                        build.originalParents(),
                        needs),
                planned.blockers());
    }

    private static JsonNode told() {
        return JsonMapper.builder().build().readTree(TOLD);
    }
}
