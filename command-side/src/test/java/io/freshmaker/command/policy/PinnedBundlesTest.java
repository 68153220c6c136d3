package io.freshmaker.command.policy;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.isPlannedForADryRun;
import static io.freshmaker.command.artifactbuild.Builds.started;
import static io.freshmaker.command.artifactbuild.Builds.succeeded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.FailArtifactBuild;
import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PinBundle;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.port.FakeOperatorBundles;
import io.freshmaker.platform.job.NotYet;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decision 34: a bundle that was planned with its images is submitted with their digests, or not at all. */
class PinnedBundlesTest {

    private static final String REBUILT = "base-container-1-10.1572631468";
    private static final Pullspec STAYS = new Pullspec("r/db:v1", "r/db@sha256:33", false, null);
    private static final Pullspec WAITS = new Pullspec(
            "r/base:v1", "r/base@sha256:11", false, null, BASE.artifact().originalNvr());
    private static final BundleOverrides OPEN =
            new BundleOverrides(List.of(STAYS, WAITS), "shop.1.2.3-0.1.p", "1.2.3+0.1.p", "shop.1.2.3");
    private static final BundleOverrides PINNED = new BundleOverrides(
            List.of(STAYS, new Pullspec("r/base:v1", "r/base@sha256:22", true, "r/base@sha256:11")),
            OPEN.csvName(),
            OPEN.csvVersion(),
            OPEN.substitutesFor());
    private static final PlannedArtifact BUNDLE = PlannedArtifact.dependent(
                    Artifact.image(new Nvr("shop-bundle-1-1"), new Source("container/shop-bundle", "f42", null, null)),
                    Reason.of(ReasonCode.BUNDLE_IMAGES_REBUILT))
            .prepared(new Preparation(List.of(), false, true, List.of(), List.of(), List.of(), null, null, OPEN))
            .after(List.of(BASE.key()), List.of());

    private final Stored stored = new Stored();
    private final FakeOperatorBundles bundles = new FakeOperatorBundles();

    @Test
    void the_digests_of_what_it_waited_for_are_put_in_before_it_is_submitted() {
        given();
        bundles.with(new Nvr(REBUILT), "sha256:22", false);

        pin(Duration.ZERO);

        assertThat(stored.sent()).containsExactly(new PinBundle(id(BUNDLE), PINNED));
    }

    @Test
    void what_was_put_in_stays_whatever_is_known_later() {
        stored.with(
                id(BUNDLE).value(),
                isPlanned(BUNDLE),
                started(BUNDLE, null, REBUILT),
                new BundlePinned(id(BUNDLE), Builds.EVENT, Builds.EVENT_NUMBER, Builds.NUMBER, PINNED));

        BuildSoFar after = pin(Duration.ZERO);

        assertThat(stored.sent()).isEmpty();
        assertThat(after.request().preparation().bundle()).isEqualTo(PINNED);
    }

    @Test
    void it_waits_while_nobody_knows_a_digest() {
        given();

        assertThatExceptionOfType(NotYet.class)
                .isThrownBy(() -> pin(Duration.ofHours(23)))
                .withMessage("the digest of %s is not known yet", REBUILT);
        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void after_a_day_it_fails_and_says_whose_digest_nobody_knows() {
        given();

        pin(Duration.ofDays(1));

        assertThat(stored.sent())
                .containsExactly(new FailArtifactBuild(
                        id(BUNDLE), Reason.of(ReasonCode.DIGESTS_TIMED_OUT, "images", REBUILT), null));
    }

    @Test
    void a_dry_run_waits_for_nothing() {
        stored.with(id(BUNDLE).value(), isPlannedForADryRun(BUNDLE), started(BUNDLE, null, REBUILT));

        pin(Duration.ZERO);

        assertThat(stored.sent()).isEmpty();
    }

    private void given() {
        stored.with(id(BASE).value(), isPlanned(BASE), started(BASE, REBUILT), succeeded(BASE, REBUILT));
        stored.with(id(BUNDLE).value(), isPlanned(BUNDLE), started(BUNDLE, null, REBUILT));
    }

    private BuildSoFar pin(Duration later) {
        Clock clock = Clock.fixed(Builds.NOW.plus(later), ZoneOffset.UTC);
        return BundlesForTests.knowing(bundles, stored, clock)
                .pinned(stored.facts().of(id(BUNDLE)));
    }
}
