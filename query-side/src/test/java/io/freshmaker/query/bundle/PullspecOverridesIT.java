package io.freshmaker.query.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.query.testing.Api;
import io.freshmaker.query.testing.Facts;
import io.freshmaker.query.testing.RunningQuerySide;
import io.freshmaker.query.testing.Story;
import io.freshmaker.query.testing.Story.Told;
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

    /** The story, in which the shop is a bundle. */
    private List<Told> withBundle() {
        return story.told().stream()
                .map(told ->
                        told.fact() instanceof ArtifactBuildPlanned planned && planned.number() == story.build("shop")
                                ? new Told(bundle(planned), told.at())
                                : told)
                .toList();
    }

    private static ArtifactBuildPlanned bundle(ArtifactBuildPlanned planned) {
        PlannedBuild build = planned.build();
        Preparation needs =
                new Preparation(List.of(), false, true, List.of(), List.of(), List.of(), null, null, BUNDLE);
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
