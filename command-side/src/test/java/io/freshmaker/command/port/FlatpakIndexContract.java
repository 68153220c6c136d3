package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link FlatpakIndex} must do. */
public abstract class FlatpakIndexContract {

    private static final Nvr EDITOR = new Nvr("editor-flatpak-1-2");
    private static final Nvr VIEWER = new Nvr("viewer-flatpak-3-4");

    /** One that knows exactly these images by {@code name:stream} of the modules that they are released with. */
    protected abstract FlatpakIndex knowing(Map<String, List<Nvr>> images);

    @Test
    void the_images_with_a_stream_of_a_module_are_told_in_order() {
        FlatpakIndex index = knowing(Map.of("tea:rhel9", List.of(VIEWER, EDITOR), "tea:rhel8", List.of()));

        assertThat(index.imagesWith("tea", "rhel9")).containsExactly(EDITOR, VIEWER);
        assertThat(index.imagesWith("tea", "rhel8")).isEmpty();
    }

    @Test
    void what_nobody_knows_is_in_no_image() {
        assertThat(knowing(Map.of("tea:rhel9", List.of(EDITOR))).imagesWith("coffee", "rhel9"))
                .isEmpty();
    }
}
