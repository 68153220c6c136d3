package io.freshmaker.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan;
import io.freshmaker.command.image.ImagePlanner;
import io.freshmaker.command.image.ImageQuestion;
import io.freshmaker.command.image.ImageSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomImageTreeTest {

    private static final int SIZE = 600;

    @Test
    void every_image_is_planned_in_one_release_in_chains_of_eight_on_twenty_base_images() {
        ImagePlan plan = plan(new RandomImageTree(SIZE).recorded());

        assertThat(plan.images()).hasSize(SIZE);
        assertThat(plan.batches()).hasSize(8);
        assertThat(plan.batches().getFirst()).hasSize(20);
        assertThat(plan.images()).anyMatch(node -> node.parents().size() == 2);
        assertThat(plan.images()).anyMatch(node -> !node.directly());
        assertThat(plan.declined()).isNotEmpty();
    }

    @Test
    void the_same_size_gives_the_same_images() {
        assertThat(plan(new RandomImageTree(SIZE).recorded())).isEqualTo(plan(new RandomImageTree(SIZE).recorded()));
    }

    @Test
    void the_least_that_could_be_done_puts_all_of_them_in_order() {
        RecordedImages images = new RandomImageTree(SIZE).recorded();

        assertThat(new BareTree(images).sorted()).isEqualTo(images.records().size());
    }

    @Test
    void the_advisory_has_300_names() {
        assertThat(RandomImageTree.fixes().stream().map(Nvr::name).distinct()).hasSize(300);
    }

    private static ImagePlan plan(RecordedImages images) {
        return new ImagePlanner(images, images, ImageSettings.DEFAULT)
                .plan(new ImageQuestion(
                        1,
                        "RHSA-2026:1",
                        RandomImageTree.fixes(),
                        Set.of(RandomImageTree.CONTENT_SET),
                        true,
                        List.of(),
                        (_, _) -> Optional.empty(),
                        Map.of()));
    }
}
