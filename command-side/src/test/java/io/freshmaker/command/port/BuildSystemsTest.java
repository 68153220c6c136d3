package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.ArtifactType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuildSystemsTest {

    private final BuildSystem one = new LimitedBuildSystem(1);

    @Test
    void each_type_is_built_by_the_system_of_that_name_and_nobody_builds_the_others() {
        BuildSystems systems =
                BuildSystems.byName(List.of(one), Map.of(ArtifactType.IMAGE, "limited", ArtifactType.MODULE, "absent"));

        assertThat(systems.of(ArtifactType.IMAGE)).isSameAs(one);
        assertThat(systems.find(ArtifactType.MODULE)).isEmpty();
        assertThatThrownBy(() -> systems.of(ArtifactType.RPM))
                .isInstanceOf(Refused.class)
                .hasMessage("No build system builds artifacts of the type RPM");
        assertThat(systems.named("limited")).isSameAs(one);
        assertThatThrownBy(() -> systems.named("absent")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_only_one_builds_everything() {
        assertThat(BuildSystems.only(one).all()).containsExactly(one);
        for (ArtifactType type : ArtifactType.values())
            assertThat(BuildSystems.only(one).of(type)).isSameAs(one);
    }
}
