package io.freshmaker.command.adapter.pdc;

import static io.freshmaker.command.outside.StubServer.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.command.port.UnbuiltImage;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PdcImagesTest {

    private final FakePdc pdc = new FakePdc();
    private final PdcImages images = new PdcImages(PdcModulesTest.api(pdc.url()));

    @AfterEach
    void close() {
        pdc.close();
    }

    @Test
    void a_container_that_includes_an_rpm_is_known_by_its_branch_once_for_each_release() {
        pdc.container(5430, "testimage1", "f25", "bash", "tls");
        pdc.container(5431, "testimage2", "master", "bash");
        pdc.container(5432, "testimage1", "f24", "bash");
        pdc.container(5433, "other", "f25", "zip");

        assertThat(images.unbuiltContaining(List.of("tls", "bash", "bash")))
                .containsExactly(
                        image("testimage1", "f24", "f24-container-candidate", "bash"),
                        image("testimage1", "f25", "f25-container-candidate", "bash", "tls"),
                        image("testimage2", "master", "rawhide-container-candidate", "bash"));
        assertThat(pdc.server().requests().stream().map(one -> one.start().split(" ")[1]))
                .containsExactly(
                        "/rest_api/v1/release-component-relationships/?type=ContainerIncludesRPM"
                                + "&to_component_name=bash&to_component_name=tls&page_size=100&page=1",
                        "/rest_api/v1/release-components/5430/",
                        "/rest_api/v1/release-components/5431/",
                        "/rest_api/v1/release-components/5432/");
    }

    @Test
    void many_rpms_are_asked_about_in_few_questions_and_none_in_no_question() {
        pdc.container(1, "testimage1", "f25", "rpm0", "rpm119");

        assertThat(images.unbuiltContaining(Set.of())).isEmpty();
        assertThat(pdc.server().requests()).isEmpty();
        assertThat(images.unbuiltContaining(
                        IntStream.range(0, 120).mapToObj(at -> "rpm" + at).toList()))
                .containsExactly(image("testimage1", "f25", "f25-container-candidate", "rpm0", "rpm119"));
        assertThat(pdc.server().requests()).hasSize(4);
    }

    @Test
    void what_is_not_active_any_more_or_cannot_be_built_is_left_out() {
        pdc.container(1, "retired", "f25", "bash").put("active", false);
        pdc.container(2, "old", "f20", "bash").withObject("release").put("active", false);
        pdc.container(3, "nowhere", "f25", "bash").putNull("dist_git_branch");
        pdc.container(4, "../evil?#", "f25", "bash");
        pdc.container(5, "fine", "f25", "bash").put("active", true);

        assertThat(images.unbuiltContaining(Set.of("bash")))
                .extracting(UnbuiltImage::name)
                .containsExactly("fine");
    }

    @Test
    void a_container_that_has_gone_meanwhile_is_left_out_and_one_that_is_not_answered_is_waited_for() {
        pdc.container(1, "testimage1", "f25", "bash");
        String relationships =
                "{\"results\": [{\"from_component\": {\"id\": 9}, \"to_component\": {\"name\": \"bash\"}}],"
                        + " \"next\": null}";
        pdc.server().then(status(200, "application/json", relationships));
        assertThat(images.unbuiltContaining(Set.of("bash"))).isEmpty();

        pdc.server()
                .then(
                        status(200, "application/json", relationships),
                        status(401, "text/plain", "who?"),
                        status(401, "text/plain", "who?"));
        assertThatThrownBy(() -> images.unbuiltContaining(Set.of("bash"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void builds_of_containers_are_not_known_to_pdc() {
        assertThat(images.containing(Set.of("bash"))).isEmpty();
        assertThat(images.builtFrom(Set.of(new Nvr("base-1-1")))).isEmpty();
        assertThat(pdc.server().requests()).isEmpty();
    }

    private static UnbuiltImage image(String name, String branch, String target, String... rpms) {
        return new UnbuiltImage(name, new Source("container/" + name, branch, null, target), List.of(rpms));
    }
}
