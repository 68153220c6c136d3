package io.freshmaker.standalone.world;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ArtifactBuildSucceeded;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.api.value.EventId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a {@link RandomImages} world must have come to: exactly what an update affects was planned, and all that can be was built. */
public final class ExpectedRebuilds {

    private final List<StoredFact> facts;

    public ExpectedRebuilds(JdbcClient sql) {
        facts = StoredFact.all(sql);
    }

    public void areThoseOf(RandomImages world) {
        all(EventRegistered.class).forEach(event -> {
            if (event.trigger() instanceof UpdateStable update) check(world, event.eventId(), packageOf(update));
        });
    }

    private void check(RandomImages world, EventId event, String updated) {
        Set<String> planned = all(RebuildPlanned.class)
                .filter(fact -> fact.eventId().equals(event))
                .flatMap(fact -> fact.builds().stream())
                .map(build -> build.artifact().name())
                .collect(toSet());
        Set<String> built = all(ArtifactBuildSucceeded.class)
                .filter(fact -> fact.eventId().equals(event))
                .map(ArtifactBuildSucceeded::name)
                .collect(toSet());
        assertThat(planned).as("planned for %s", updated).isEqualTo(world.affectedBy(updated));
        assertThat(built).as("built for %s", updated).isEqualTo(world.builtAfter(updated));
    }

    private static String packageOf(UpdateStable update) {
        return update.builds().getFirst().split("-", 2)[0];
    }

    private <T> Stream<T> all(Class<T> type) {
        return facts.stream().map(StoredFact::fact).filter(type::isInstance).map(type::cast);
    }
}
