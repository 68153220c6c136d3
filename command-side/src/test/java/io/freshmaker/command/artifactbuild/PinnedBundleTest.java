package io.freshmaker.command.artifactbuild;

import static io.freshmaker.command.artifactbuild.Builds.BASE;
import static io.freshmaker.command.artifactbuild.Builds.canceled;
import static io.freshmaker.command.artifactbuild.Builds.fixture;
import static io.freshmaker.command.artifactbuild.Builds.id;
import static io.freshmaker.command.artifactbuild.Builds.isPlanned;
import static io.freshmaker.command.artifactbuild.Builds.started;

import io.freshmaker.api.artifactbuild.ArtifactBuildCommand.PinBundle;
import io.freshmaker.api.artifactbuild.BundlePinned;
import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.plan.Pullspec;
import java.util.List;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** What is put into a bundle that waits for digests is decided once (decision 34). */
class PinnedBundleTest {

    private static final Pullspec OPEN = new Pullspec("r/app:v1", "r/app@sha256:11", false, null, "app-1-1");
    private static final PlannedArtifact WAITING = BASE.prepared(
            new Preparation(List.of(), false, true, List.of(), List.of(), List.of(), null, null, bundle(OPEN)));
    private static final BundleOverrides PINNED = bundle(OPEN.replacedBy("sha256:22"));
    private static final BundlePinned FACT =
            new BundlePinned(id(WAITING), Builds.EVENT, Builds.EVENT_NUMBER, Builds.NUMBER, PINNED);

    private final AggregateTestFixture<ArtifactBuild> fixture = fixture(Set.of());

    @Test
    void it_is_stored_with_the_numbers_by_which_it_is_asked_for() {
        fixture.given(isPlanned(WAITING), started(WAITING, null))
                .when(new PinBundle(id(WAITING), PINNED))
                .expectEvents(FACT);
    }

    @Test
    void the_first_that_is_told_counts() {
        fixture.given(isPlanned(WAITING), started(WAITING, null), FACT)
                .when(new PinBundle(id(WAITING), bundle(OPEN.replacedBy("sha256:44"))))
                .expectNoEvents();
    }

    @Test
    void what_waits_for_nothing_or_is_not_built_any_more_is_left_as_it_is() {
        fixture.given(isPlanned(BASE), started(BASE, null))
                .when(new PinBundle(id(BASE), PINNED))
                .expectNoEvents();
        fixture(Set.of())
                .given(isPlanned(WAITING), started(WAITING, null), canceled(WAITING, true))
                .when(new PinBundle(id(WAITING), PINNED))
                .expectNoEvents();
        fixture(Set.of())
                .given(isPlanned(WAITING))
                .when(new PinBundle(id(WAITING), PINNED))
                .expectNoEvents();
    }

    private static BundleOverrides bundle(Pullspec pullspec) {
        return new BundleOverrides(List.of(pullspec), "shop.1.2.3-0.1.p", "1.2.3+0.1.p", "shop.1.2.3");
    }
}
