package io.freshmaker.command.port;

import static io.freshmaker.command.port.FakeCatalog.image;
import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link Images} must do. */
public abstract class ImagesContract {
    private static final KnownImage BASE = image("base-42-1", List.of(), "tls-1.0-1.fc42.x86_64", "sh-5-1.fc42.x86_64");
    private static final KnownImage TOOLS = image("tools-1-1", List.of("base-42-1"), "sh-5-1.fc42.x86_64");
    private static final KnownImage APP = image("app-1-1", List.of("tools-1-1", "base-42-1", "elsewhere-9-9"));

    /** One that knows exactly these. */
    protected abstract Images knowing(KnownImage... images);

    private Images world() {
        return knowing(TOOLS, BASE, APP);
    }

    @Test
    void images_are_found_by_the_name_of_an_rpm_with_everything_that_is_known_of_them() {
        assertThat(world().containing(Set.of("tls"))).containsExactly(BASE);
    }

    @Test
    void an_image_with_several_of_the_rpms_is_answered_once_and_in_the_order_of_nvrs() {
        assertThat(world().containing(List.of("sh", "tls"))).containsExactly(BASE, TOOLS);
    }

    @Test
    void the_name_of_an_rpm_is_not_a_prefix() {
        assertThat(world().containing(Set.of("tl", "tls-1.0"))).isEmpty();
    }

    @Test
    void one_generation_of_children_is_found_each_of_them_once() {
        assertThat(world().builtFrom(List.of(BASE.nvr()))).containsExactly(APP, TOOLS);
        assertThat(world().builtFrom(List.of(BASE.nvr(), TOOLS.nvr()))).containsExactly(APP, TOOLS);
    }

    @Test
    void a_parent_that_is_not_known_itself_has_children() {
        assertThat(world().builtFrom(Set.of(new Nvr("elsewhere-9-9")))).containsExactly(APP);
    }

    @Test
    void what_nobody_knows_is_an_empty_list() {
        assertThat(world().containing(Set.of("nothing"))).isEmpty();
        assertThat(world().containing(Set.of())).isEmpty();
        assertThat(world().builtFrom(Set.of(new Nvr("no-1-1")))).isEmpty();
        assertThat(world().builtFrom(Set.of())).isEmpty();
    }
}
