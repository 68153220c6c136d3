package io.freshmaker.command.image;

import static io.freshmaker.command.image.Questions.TLS;
import static io.freshmaker.command.image.Questions.repository;
import static io.freshmaker.command.image.Shown.declined;
import static io.freshmaker.command.image.Shown.node;
import static io.freshmaker.command.image.Shown.originals;
import static io.freshmaker.command.image.Shown.parents;
import static io.freshmaker.command.image.Shown.rebuilt;
import static io.freshmaker.command.image.SomeImage.affected;
import static io.freshmaker.command.image.SomeImage.image;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** With {@code update_base_image}, base images become their newest release (spec §7.5). Only {@code app} is searched for. */
class NewestBaseTest {
    private static final ImageSettings NEWEST = new ImageSettings(false, true, Set.of());

    private final ImageWorld world = new ImageWorld()
            .with(repository("app"))
            .with(affected("app-1-1").record(), "base-1-1")
            .with(published("base-1-1").record());

    @Test
    void a_base_image_is_rebuilt_in_its_newest_release() {
        world.with(published("base-1-2").record()).with(published("base-1-10").record());

        ImagePlan plan = plan(NEWEST);

        assertThat(rebuilt(plan)).containsExactly("base-1-10", "app-1-1");
        assertThat(parents(plan, "app-1-1")).containsExactly("base-1-10");
        assertThat(node(plan, "base-1-10").directly()).isFalse();
        assertThat(node(plan, "base-1-10").built()).isNotNull();
        assertThat(declined(plan))
                .containsExactly(entry("base-1-1", Reason.of(ReasonCode.NOT_LATEST, "instead", "base-1-10")));
    }

    @Test
    void unless_the_setting_says_so_it_stays() {
        world.with(published("base-1-2").record());

        assertThat(rebuilt(plan(ImageSettings.DEFAULT))).containsExactly("base-1-1", "app-1-1");
    }

    @Test
    void a_newest_release_that_needs_no_fix_is_used_as_it_is() {
        world.with(published("base-1-2").containing("perl-1-1.x86_64").record());

        ImagePlan plan = plan(NEWEST);

        assertThat(rebuilt(plan)).containsExactly("app-1-1");
        assertThat(originals(plan, "app-1-1")).containsExactly("base-1-2");
        assertThat(declined(plan))
                .containsExactly(entry("base-1-1", Reason.of(ReasonCode.FIXED_ELSEWHERE, "fixed", "base-1-2")));
    }

    @Test
    void one_that_is_found_itself_stays() {
        world.with(repository("base"))
                .with(affected("base-1-1").record())
                .with(published("base-1-2").record());

        assertThat(rebuilt(plan(NEWEST))).containsExactly("base-1-1", "app-1-1");
    }

    @Test
    void an_image_that_is_built_from_another_one_is_no_base_image() {
        world.with(published("base-1-1").record(), "root-1-1")
                .with(published("root-1-1").containing("perl-1-1.x86_64").record())
                .with(published("base-1-2").record());

        assertThat(rebuilt(plan(NEWEST))).containsExactly("base-1-1", "app-1-1");
    }

    @Test
    void a_newest_release_that_is_not_published_or_lower_is_none() {
        world.with(affected("app-1-1").record(), "base-1-5")
                .with(image("base-1-5").containing("tls-1-1.x86_64").record())
                .with(image("base-1-6").containing("tls-1-1.x86_64").record());

        assertThat(rebuilt(plan(NEWEST))).containsExactly("base-1-5", "app-1-1");
    }

    private static SomeImage published(String nvr) {
        String name = nvr.substring(0, nvr.indexOf('-'));
        return image(nvr).in("repo/" + name).containing("tls-1-1.x86_64");
    }

    private ImagePlan plan(ImageSettings settings) {
        return new ImagePlanner(world, world, settings).plan(TLS);
    }
}
