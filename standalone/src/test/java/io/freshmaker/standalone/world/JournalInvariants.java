package io.freshmaker.standalone.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildFailed;
import io.freshmaker.api.artifactbuild.ArtifactBuildPlanned;
import io.freshmaker.api.artifactbuild.ArtifactBuildStarted;
import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.value.BuildId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of what the builds themselves saw: never twice at the same time, never before a parent, never for nothing. */
final class JournalInvariants {

    private final List<BuildJournal.Line> lines;
    private final Map<Integer, ArtifactBuildPlanned> planned = new HashMap<>();
    private final Map<BuildId, Integer> numbers = new HashMap<>();
    private final List<StoredFact> facts;

    JournalInvariants(List<BuildJournal.Line> lines, List<StoredFact> facts) {
        this.lines = lines;
        this.facts = facts;
        facts.stream().map(StoredFact::fact).forEach(fact -> {
            if (fact instanceof ArtifactBuildPlanned build) {
                planned.put(build.number(), build);
                numbers.put(build.buildId(), build.number());
            }
        });
    }

    void hold() {
        assertThat(lines.stream().filter(BuildJournal.Line::isOverlap))
                .as("builds that ran twice at once")
                .isEmpty();
        noneRanBeforeItsParentsHadEndedWell();
        whatIsDoneRanToItsEnd();
        whatNeverStartedNeverRan();
    }

    private void noneRanBeforeItsParentsHadEndedWell() {
        Set<Integer> endedWell = new HashSet<>();
        for (BuildJournal.Line line : lines) {
            if (line.isEnd() && line.status() == 0) endedWell.add(line.build());
            if (line.isStart())
                assertThat(endedWell)
                        .as("ended before build %d ran", line.build())
                        .containsAll(parents(line));
        }
    }

    private void whatIsDoneRanToItsEnd() {
        Set<Integer> good = new HashSet<>();
        Set<Integer> bad = new HashSet<>();
        lines.stream()
                .filter(BuildJournal.Line::isEnd)
                .forEach(line -> (line.status() == 0 ? good : bad).add(line.build()));
        for (StoredFact stored : facts) {
            if (stored.fact() instanceof ArtifactBuildSucceeded fact)
                assertThat(good).contains(number(fact.buildId()));
            if (stored.fact() instanceof ArtifactBuildFailed fact
                    && fact.culprit().build().equals(fact.buildId())) {
                assertThat(bad).contains(number(fact.buildId()));
            }
        }
    }

    private void whatNeverStartedNeverRan() {
        Set<Integer> started = new HashSet<>();
        facts.forEach(stored -> {
            if (stored.fact() instanceof ArtifactBuildStarted fact) started.add(number(fact.buildId()));
        });
        assertThat(lines).extracting(BuildJournal.Line::build).isSubsetOf(started);
    }

    private List<Integer> parents(BuildJournal.Line line) {
        ArtifactBuildPlanned build = planned.get(line.build());
        if (build == null) throw new AssertionError("Build " + line.build() + " ran but was never stored");
        return build.build().parents().stream().map(this::number).toList();
    }

    private int number(BuildId build) {
        Integer number = numbers.get(build);
        if (number == null) throw new AssertionError("No build " + build + " was ever stored");
        return number;
    }
}
