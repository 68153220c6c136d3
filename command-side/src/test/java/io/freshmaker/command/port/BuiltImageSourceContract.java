package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BuiltImageSource} must do. */
public abstract class BuiltImageSourceContract {

    private static final BuiltImage BASE = MemoryImageBuilds.image("base-42-1");
    private static final BuiltImage TOOLS = MemoryImageBuilds.image("tools-1-1", "base-42-1");
    private static final BuiltImage APP = MemoryImageBuilds.image("app-1-1", "tools-1-1", "base-42-1");

    /** One that knows exactly these, whose RPMs are for x86_64. */
    protected abstract BuiltImageSource knowing(BuiltImage... images);

    private BuiltImageSource world() {
        return knowing(TOOLS, BASE, APP);
    }

    @Test
    void each_image_is_told_with_all_that_its_build_needs() {
        assertThat(world().built(List.of(APP.nvr(), BASE.nvr())))
                .containsOnlyKeys(APP.nvr(), BASE.nvr())
                .containsEntry(APP.nvr(), APP)
                .containsEntry(BASE.nvr(), BASE);
    }

    @Test
    void what_the_last_stage_is_built_from_comes_first() {
        assertThat(world().built(List.of(APP.nvr())).get(APP.nvr()))
                .satisfies(app -> assertThat(app.parents().getFirst()).isEqualTo(TOOLS.nvr()));
    }

    @Test
    void one_that_nobody_knows_is_missing() {
        assertThat(world().built(List.of(new Nvr("no-1-1"), BASE.nvr()))).containsOnlyKeys(BASE.nvr());
        assertThat(world().built(List.of())).isEmpty();
    }

    @Test
    void asked_again_and_twice_at_once_the_answer_is_the_same() {
        BuiltImageSource world = world();

        assertThat(world.built(List.of(TOOLS.nvr(), TOOLS.nvr())))
                .isEqualTo(world.built(List.of(TOOLS.nvr())))
                .hasSize(1);
    }
}
