package io.freshmaker.command.image;

import static io.freshmaker.command.image.SomeImage.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.wire.Texts;
import io.freshmaker.command.image.BranchImages.Choice;
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Images that somebody names with a branch (spec §5.5, §19.6). */
class BranchImagesTest {

    private static final String BRANCH = "test_branch";

    private final ImageWorld world = new ImageWorld();
    private final TreeSet<Nvr> published = new TreeSet<>();
    private final BranchImages images = new BranchImages(
            world,
            names -> new TreeSet<>(
                    published.stream().filter(nvr -> names.contains(nvr.name())).toList()),
            world);

    @Test
    void of_each_the_newest_that_was_built_from_the_branch_is_chosen() {
        built("image-a-1.0-2", BRANCH);
        built("image-a-1.0-3", BRANCH);
        built("image-a-1.0-10", "another-branch");

        assertThat(choose("image-a").images()).containsExactly(Map.entry("image-a", new Nvr("image-a-1.0-3")));
        assertThat(images.choose(List.of("image-a"), "another-branch").images().get("image-a"))
                .isEqualTo(new Nvr("image-a-1.0-10"));
    }

    @Test
    void it_is_looked_for_however_old_it_is_and_none_of_a_name_is_said() {
        built("image-a-1.0-1", BRANCH);
        for (int release = 2; release < 40; release++) built("image-a-1.0-" + release, "another-branch");
        built("image-b-1.0-1", "another-branch");

        Choice choice = choose("image-a", "image-b", "image-c");

        assertThat(choice.images().values()).containsExactly(new Nvr("image-a-1.0-1"));
        assertThat(choice.missing()).containsExactly("image-b", "image-c");
    }

    @Test
    void what_siblings_are_built_from_is_not_rebuilt() {
        built("a-1-1", BRANCH);
        built("b-1-1", BRANCH, "a-1-1");
        built("d-1-1", BRANCH, "a-1-1");

        ImagePlan plan = plan("b", "d");

        assertThat(batches(plan)).isEqualTo("[[b-1-1, d-1-1]]");
        assertThat(plan.images())
                .allSatisfy(node -> assertThat(node.originalParents()).containsExactly(new Nvr("a-1-1")));
    }

    @Test
    void what_stands_between_two_that_are_wanted_is_rebuilt_too() {
        built("base-1-1", BRANCH);
        built("a-1-1", "another-branch", "base-1-1");
        built("b-1-1", BRANCH, "a-1-1");
        built("d-1-1", BRANCH, "a-1-1");

        ImagePlan plan = plan("base", "b", "d");

        assertThat(batches(plan)).isEqualTo("[[base-1-1], [a-1-1], [b-1-1, d-1-1]]");
        assertThat(plan.images())
                .extracting(node -> node.image().nvr().value(), Node::directly, node -> Texts.of(node.reason()))
                .contains(
                        tuple("a-1-1", false, "It is built from what is rebuilt: base → a."),
                        tuple("b-1-1", true, "Somebody asked for it, as it was last built from branch test_branch."));
    }

    @Test
    void a_wanted_image_keeps_its_release_and_others_are_built_from_it() {
        built("base-1-1", BRANCH);
        built("base-1-2", "another-branch");
        built("a-1-1", BRANCH, "base-1-2");

        ImagePlan plan = plan("base", "a");

        assertThat(batches(plan)).isEqualTo("[[base-1-1], [a-1-1]]");
        assertThat(plan.images().getLast().parents()).containsExactly(new Nvr("base-1-1"));
    }

    @Test
    void an_image_whose_parent_nobody_knows_cannot_be_built() {
        world.with(image("a-1-1").record(), "gone-1-1").with(how("a-1-1", BRANCH, "gone-1-1"));
        published.add(new Nvr("a-1-1"));

        Node node = plan("a").images().getFirst();

        assertThat(node.flaw()).isNotNull();
        assertThat(node.originalParents()).containsExactly(new Nvr("gone-1-1"));
    }

    private Choice choose(String... names) {
        return images.choose(List.of(names), BRANCH);
    }

    private ImagePlan plan(String... names) {
        return images.plan(choose(names));
    }

    private static String batches(ImagePlan plan) {
        return plan.batches().toString();
    }

    private void built(String nvr, String branch, String... parents) {
        ImageRecord record = image(nvr).record();
        world.with(record, parents).with(how(nvr, branch, parents));
        published.add(record.nvr());
    }

    private static BuiltImage how(String nvr, String branch, String... parents) {
        Source source = new Source("container/" + new Nvr(nvr).name(), branch, "0123456789abcdef", "target");
        List<Nvr> from = Stream.of(parents).map(Nvr::new).toList();
        return new BuiltImage(new Nvr(nvr), source, from, from.isEmpty(), List.of("x86_64"), List.of(), false, null);
    }
}
