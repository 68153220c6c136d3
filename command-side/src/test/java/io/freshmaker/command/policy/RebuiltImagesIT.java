package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.EVENT;
import static io.freshmaker.command.artifactbuild.Builds.TOOLS;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.planned;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.artifactbuild.ArtifactBuildVerified;
import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.platform.testing.TestDatabase;
import io.freshmaker.platform.testing.TestPostgres;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RebuiltImagesIT {

    private static final Preparation FOR_ADVISORY =
            new Preparation(List.of(), false, true, List.of(), List.of(), List.of(), 28484L, null);
    private static final String REBUILT = "base-container-1-10.1700000000";

    private final TestDatabase database = TestPostgres.fresh();
    private final RebuiltImages images = new RebuiltImages(database.sql());
    private final RebuiltImageProjection projection = new RebuiltImageProjection(images);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_image_that_ended_well_is_known_with_what_it_was_found_to_contain() {
        everything();

        assertThat(images.of(28484))
                .containsExactly(new Rebuilt(
                        new Nvr("base-container-1-10"),
                        new Nvr(REBUILT),
                        7,
                        70,
                        new TreeSet<>(Set.of(new Nvr("tls-3.2-2"), new Nvr("tls-libs-3.2-2")))));
        assertThat(images.of(28485)).isEmpty();
    }

    @Test
    void what_an_image_was_rebuilt_from_is_known_by_the_rebuild() {
        everything();

        assertThat(images.of(List.of(new Nvr(REBUILT), new Nvr("base-container-1-10"))))
                .isEqualTo(Map.of(new Nvr(REBUILT), new Nvr("base-container-1-10")));
        assertThat(images.of(List.of())).isEmpty();
    }

    @Test
    void of_an_image_that_was_rebuilt_twice_as_the_same_the_newest_original_counts() {
        everything();
        images.planned(id(TOOLS), 28485, 8, 80, "base-container-1-9");
        images.rebuilt(id(TOOLS), REBUILT);

        assertThat(images.of(List.of(new Nvr(REBUILT))))
                .isEqualTo(Map.of(new Nvr(REBUILT), new Nvr("base-container-1-9")));
    }

    /** What it contains is looked at for no advisory, but its reason names one. */
    @Test
    void a_bundle_is_known_as_rebuilt_for_the_advisory_that_its_reason_names() {
        Reason shipped = new Reason(ReasonCode.BUNDLE_IMAGES_SHIPPED, Map.of("advisory", "28484", "name", "RHBA"));
        PlannedArtifact bundle = PlannedArtifact.directly(BASE.artifact(), shipped);
        projection.on(isPlanned(bundle, 70, false));
        projection.on(new ArtifactBuildSucceeded(id(BASE), EVENT, "base-container", REBUILT));

        assertThat(images.of(28484))
                .containsExactly(new Rebuilt(new Nvr("base-container-1-10"), new Nvr(REBUILT), 7, 70, new TreeSet<>()));
    }

    @Test
    void what_is_still_built_is_not_there() {
        projection.on(isPlanned(BASE.prepared(FOR_ADVISORY), 70, false));

        assertThat(images.of(28484)).isEmpty();
    }

    @Test
    void dry_runs_and_what_is_built_for_no_advisory_are_not_there() {
        projection.on(isPlanned(BASE.prepared(FOR_ADVISORY), 70, true));
        projection.on(isPlanned(TOOLS, 71, false));
        projection.on(new ArtifactBuildSucceeded(id(BASE), EVENT, "base-container", REBUILT));
        projection.on(
                new ArtifactBuildSucceeded(id(TOOLS), EVENT, "tools-container", "tools-container-3-1.1700000000"));

        assertThat(images.of(28484)).isEmpty();
        assertThat(database.sql()
                        .sql("select count(*) from rebuilt_image")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void facts_that_come_twice_or_are_replayed_give_the_same() {
        everything();
        List<Rebuilt> before = images.of(28484);

        everything();
        assertThat(images.of(28484)).isEqualTo(before);
        projection.reset();
        assertThat(images.of(28484)).isEmpty();
        everything();
        assertThat(images.of(28484)).isEqualTo(before);
    }

    private void everything() {
        projection.on(isPlanned(BASE.prepared(FOR_ADVISORY), 70, false));
        projection.on(new ArtifactBuildVerified(
                id(BASE),
                EVENT,
                new Verification(
                        REBUILT,
                        28484,
                        List.of("aarch64", "x86_64"),
                        List.of(
                                found("aarch64", "tls-3.2-2"),
                                found("x86_64", "tls-3.2-2"),
                                found("x86_64", "tls-libs-3.2-2")))));
        projection.on(new ArtifactBuildSucceeded(id(BASE), EVENT, "base-container", REBUILT));
    }

    private static FoundRpm found(String arch, String nvr) {
        return new FoundRpm(arch, nvr, List.of(nvr), true);
    }

    private static ArtifactBuildPlanned isPlanned(PlannedArtifact artifact, int number, boolean dryRun) {
        return new ArtifactBuildPlanned(id(artifact), EVENT, 7, number, planned(artifact), List.of(), dryRun);
    }
}
