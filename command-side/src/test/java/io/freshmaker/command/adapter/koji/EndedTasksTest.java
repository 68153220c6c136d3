package io.freshmaker.command.adapter.koji;

import static io.freshmaker.command.adapter.koji.KojiBuildSystemTest.URL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.artifactbuild.ExternalOutcome;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is made of tasks that have ended. */
class EndedTasksTest {

    private final FakeKojiHub hub = new FakeKojiHub();
    private final KojiBuildSystem koji = Kojis.system(hub.url());

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void the_build_of_a_child_is_what_was_built_and_a_scratch_build_is_none() {
        FakeTask parent = hub.add(URL, "t");
        parent.children.add(hub.add("child", "t").id);
        hub.add(URL, "t");
        hub.close(1);
        hub.close(2, "8", "9");
        hub.close(3);
        hub.build(9, "shelf-container-1-9.1700000000", Map.of());

        assertThat(koji.ended(List.of("1", "3")))
                .isEqualTo(Map.of("1", new Built("shelf-container-1-9.1700000000"), "3", new Built()));
    }

    @Test
    void what_came_out_of_a_task_of_anybody_is_known() {
        hub.add(URL, "t");
        hub.add(URL, "t");
        hub.close(1, "9");
        hub.close(2);
        hub.build(9, "shelf-container-1-9.1700000000", Map.of());
        BuiltImages images = new BuiltImages(KojiWorld.hub(hub.url(), Systems.PATIENT));

        assertThat(images.imageOf("1")).contains(new Nvr("shelf-container-1-9.1700000000"));
        assertThat(images.imageOf("2")).isEmpty();
        assertThat(images.imageOf("4711")).isEmpty();
    }

    @Test
    void a_long_fault_is_one_short_line() {
        hub.add(URL, "t");
        hub.fail(1, "Traceback:\n" + "  File\n".repeat(100) + "BuildError: no space");

        assertThat(koji.ended(List.of("1")).get("1")).isInstanceOfSatisfying(Broken.class, broken -> {
            assertThat(broken.again()).isTrue();
            assertThat(broken.reason().fact("last_line"))
                    .hasSize(300)
                    .startsWith("…")
                    .endsWith("File BuildError: no space");
        });
    }

    @Test
    void an_outage_while_koji_is_asked_what_was_built_hides_no_build() {
        hub.add(URL, "t");
        hub.close(1, "9");
        hub.down("getBuild", true);
        assertThatThrownBy(() -> koji.ended(List.of("1")))
                .isInstanceOf(Unavailable.class)
                .hasMessage("Koji says: Server disabled for maintenance (getBuild, fault 1014)");

        hub.down("getBuild", false);
        hub.build(9, "shelf-container-1-9.1700000000", Map.of());
        assertThat(koji.ended(List.of("1"))).containsEntry("1", new Built("shelf-container-1-9.1700000000"));
    }

    @Test
    void a_task_that_koji_will_not_speak_of_holds_up_no_other() {
        hub.add(URL, "t");
        hub.cancel(1);
        hub.down("getTaskInfo", true);
        assertThat(koji.ended(List.of("1"))).isEmpty();

        hub.down("getTaskInfo", false);
        assertThat(koji.ended(List.of("1"))).containsOnlyKeys("1");
    }

    @Test
    void what_is_no_task_at_all_is_told_and_holds_up_nothing() {
        hub.add(URL, "t");
        hub.cancel(1);

        Map<String, ExternalOutcome> ended = koji.ended(List.of("None", "1", "-4"));

        assertThat(ended).containsOnlyKeys("None", "1", "-4");
        assertThat(ended.get("None")).isInstanceOf(Broken.class);
    }

    @Test
    void two_thousand_unfinished_tasks_are_reconciled_in_at_most_25_calls() {
        IntStream.range(0, 2000).forEach(i -> hub.add(URL, "t"));
        List<String> ids = hub.taskIds().stream().map(String::valueOf).toList();
        assertThat(koji.ended(ids)).isEmpty();
        assertThat(hub.requests()).isEqualTo(20);

        hub.close(1, "9");
        hub.fail(2000, "no space");
        hub.cancel(1000);
        hub.build(9, "shelf-container-1-9.1700000000", Map.of());
        int before = hub.requests();
        assertThat(koji.ended(ids)).containsOnlyKeys("1", "1000", "2000");
        assertThat(hub.requests() - before).isLessThanOrEqualTo(25);
    }
}
