package io.freshmaker.command.adapter.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.Source;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import io.freshmaker.command.port.Refused;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildEnvironmentTest {

    @Test
    void a_module_has_its_stream_and_what_is_unknown_is_empty() {
        Artifact module = Artifact.module("shelf", "1.2", null, new Source("modules/shelf", "1.2", null, null));

        assertThat(BuildEnvironment.of(request(module, List.of())))
                .containsEntry("FRESHMAKER_TYPE", "module")
                .containsEntry("FRESHMAKER_NAME", "shelf")
                .containsEntry("FRESHMAKER_STREAM", "1.2")
                .containsEntry("FRESHMAKER_ORIGINAL_NVR", "shelf-1.2")
                .containsEntry("FRESHMAKER_REBUILT_NVR", "")
                .containsEntry("FRESHMAKER_PARENT_NVRS", "")
                .containsEntry("FRESHMAKER_COMMIT", "")
                .hasSize(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\rb", "a\u001b[1m", "\u007f", "\u0085"})
    void a_control_character_is_refused_by_the_name_of_its_variable(String name) {
        Artifact artifact = new Artifact(ArtifactType.IMAGE, name, null, null, BuildRequests.SOURCE);

        assertThatThrownBy(() -> BuildEnvironment.of(request(artifact, List.of())))
                .isInstanceOf(Refused.class)
                .hasMessage("FRESHMAKER_NAME would contain a control character; it must be printable text");
    }

    @Test
    void a_value_that_no_process_takes_is_refused() {
        Artifact artifact = new Artifact(ArtifactType.IMAGE, "n".repeat(100_001), null, null, BuildRequests.SOURCE);

        assertThatThrownBy(() -> BuildEnvironment.of(request(artifact, List.of())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("100001 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\tb"})
    void a_parent_that_would_be_two_or_none_is_refused(String parent) {
        Artifact artifact = BuildRequests.image(1).artifact();

        assertThatThrownBy(() -> BuildEnvironment.of(request(artifact, List.of(parent))))
                .isInstanceOf(Refused.class)
                .hasMessageStartingWith("FRESHMAKER_PARENT_NVRS");
    }

    private static BuildRequest request(Artifact artifact, List<String> parents) {
        Reason reason = Reason.of(ReasonCode.RPM_SPEC_CHANGED);
        return new BuildRequest(
                BuildRequests.id(1), 7, 1, artifact, reason, null, parents, BuildRequests.INTENDED, null, List.of());
    }
}
