package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link ModuleBuilds} must do. */
public abstract class ModuleBuildsContract {

    private static final Nvr BUILD = new Nvr("tea-rhel9-20261101.abc");
    private static final BuiltModule TEA = new BuiltModule("tea", "rhel9", "20261101", "abc");

    /** Some that know exactly these. */
    protected abstract ModuleBuilds knowing(Map<Nvr, BuiltModule> builds);

    @Test
    void of_each_build_its_module_is_told_and_what_is_no_build_of_one_is_missing() {
        ModuleBuilds builds = knowing(Map.of(BUILD, TEA));

        assertThat(builds.modules(List.of(new Nvr("bash-5-1"), BUILD))).isEqualTo(Map.of(BUILD, TEA));
        assertThat(builds.modules(List.of())).isEmpty();
    }
}
