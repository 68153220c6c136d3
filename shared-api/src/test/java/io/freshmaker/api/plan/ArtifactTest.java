package io.freshmaker.api.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.EventId;
import io.freshmaker.api.value.Nvr;
import org.junit.jupiter.api.Test;

class ArtifactTest {

    private static final Source SOURCE = new Source("container/app", "f25", null, null);

    @Test
    void an_image_is_known_by_its_nvr_or_else_by_its_name_and_branch() {
        assertThat(Artifact.image(new Nvr("app-container-2.4-1"), SOURCE).key())
                .hasToString("image:app-container-2.4-1");
        assertThat(Artifact.image("app", SOURCE).key()).hasToString("image:app:f25");
    }

    @Test
    void a_module_is_known_by_name_and_stream() {
        Artifact module = Artifact.module("testmodule", "master", "20170501120000", SOURCE);

        assertThat(module.key()).hasToString("module:testmodule:master");
        assertThat(module.originalNvr()).isEqualTo("testmodule-master-20170501120000");
        assertThat(Artifact.module("testmodule", "master", null, SOURCE).originalNvr())
                .isNull();
    }

    @Test
    void a_package_is_known_by_name_and_branch() {
        Artifact rpm = Artifact.rpm("tls", new Source("rpms/tls", "f42", null, "f42-candidate"));

        assertThat(rpm.key()).hasToString("rpm:tls:f42");
        assertThat(rpm.originalNvr()).isNull();
    }

    @Test
    void a_planned_artifact_becomes_the_same_build_whenever_its_event_plans_it() {
        EventId event = new EventId("event-1");
        PlannedArtifact planned =
                PlannedArtifact.directly(Artifact.image("app", SOURCE), Reason.of(ReasonCode.DOCKERFILE_CHANGED));

        assertThat(PlannedBuild.of(event, planned)).isEqualTo(PlannedBuild.of(event, planned));
        assertThat(PlannedBuild.of(event, planned).id())
                .isNotEqualTo(PlannedBuild.of(new EventId("event-2"), planned).id());
    }
}
