package io.freshmaker.standalone.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.standalone.simulation.build.Farm.Witnessed;
import io.freshmaker.standalone.simulation.build.Farm.Witnessed.What;
import io.freshmaker.standalone.world.StoredFact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the build system must have seen: nothing before its parents were built, nothing twice, nothing that nobody started. */
final class BuildInvariants {

    private final List<StoredFact> facts;
    private final List<Witnessed> witnessed;

    BuildInvariants(List<StoredFact> facts, List<Witnessed> witnessed) {
        this.facts = facts;
        this.witnessed = witnessed;
    }

    void hold() {
        assertThat(builds(What.ASKED_FOR_BLINDLY))
                .as("builds that were submitted again without asking")
                .isEmpty();
        assertThat(witnessed.stream().filter(one -> one.what() == What.TAKEN))
                .as("attempts that were taken")
                .doesNotHaveDuplicates();
        noneWasTakenBeforeItsParentsWereBuilt();
        assertThat(builds(What.TAKEN))
                .as("taken, so started")
                .isSubsetOf(all(ArtifactBuildStarted.class)
                        .map(ArtifactBuildStarted::buildId)
                        .toList());
        assertThat(all(ArtifactBuildSucceeded.class).map(ArtifactBuildSucceeded::buildId))
                .as("done, so built")
                .isSubsetOf(builds(What.BUILT));
    }

    private void noneWasTakenBeforeItsParentsWereBuilt() {
        Map<BuildId, List<BuildId>> parents = new HashMap<>();
        all(ArtifactBuildPlanned.class)
                .forEach(fact -> parents.put(fact.buildId(), fact.build().parents()));
        Set<BuildId> built = new HashSet<>();
        for (Witnessed one : witnessed) {
            if (one.what() == What.BUILT) built.add(one.build());
            if (one.what() == What.TAKEN) {
                assertThat(built)
                        .as("built before %s was taken", one.build())
                        .containsAll(parents.getOrDefault(one.build(), List.of()));
            }
        }
    }

    private List<BuildId> builds(What what) {
        return witnessed.stream()
                .filter(one -> one.what() == what)
                .map(Witnessed::build)
                .toList();
    }

    private <T> Stream<T> all(Class<T> type) {
        return facts.stream().map(StoredFact::fact).filter(type::isInstance).map(type::cast);
    }
}
