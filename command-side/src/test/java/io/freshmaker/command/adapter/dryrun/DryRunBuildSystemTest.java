package io.freshmaker.command.adapter.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.command.port.BuildRequests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DryRunBuildSystemTest {

    private final DryRunBuildSystem system = new DryRunBuildSystem();

    @Test
    void every_build_is_taken_under_a_number_that_no_system_gives_and_found_to_be_built() {
        String id = system.submit(BuildRequests.image(7));

        assertThat(id).isEqualTo("-7");
        assertThat(system.find(BuildRequests.image(7))).contains(id);
        assertThat(system.ended(List.of(id))).isEqualTo(Map.of(id, new Built()));
    }
}
