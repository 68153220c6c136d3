package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.ArtifactType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildSystemsTest {

    private final BuildSystem one = new LimitedBuildSystem(1);
    private final BuildSystem dryRuns = new LimitedBuildSystem(2);

    @Test
    void each_type_is_built_by_the_system_of_that_name_and_nobody_builds_the_others() {
        BuildSystems systems = BuildSystems.byName(
                List.of(one), Map.of(ArtifactType.IMAGE, "limited", ArtifactType.MODULE, "absent"), dryRuns);

        assertThat(systems.of(ArtifactType.IMAGE, false)).isSameAs(one);
        assertThat(systems.find(ArtifactType.MODULE, false)).isEmpty();
        assertThatThrownBy(() -> systems.of(ArtifactType.RPM, false))
                .isInstanceOf(Refused.class)
                .hasMessage("No build system builds artifacts of the type RPM");
        assertThat(systems.named("limited")).isSameAs(one);
        assertThatThrownBy(() -> systems.named("absent")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_only_one_builds_everything() {
        BuildSystems systems = BuildSystems.only(one, dryRuns);

        assertThat(systems.all()).containsExactly(one, dryRuns);
        for (ArtifactType type : ArtifactType.values())
            assertThat(systems.of(type, false)).isSameAs(one);
        assertThat(BuildSystems.only(one, one).all()).containsExactly(one);
    }

    @Test
    void a_dry_run_is_built_by_its_own_system_whatever_its_type() {
        BuildSystems systems = BuildSystems.byName(List.of(one), Map.of(ArtifactType.IMAGE, "limited"), dryRuns);

        for (ArtifactType type : ArtifactType.values())
            assertThat(systems.of(type, true)).isSameAs(dryRuns);
    }
}
