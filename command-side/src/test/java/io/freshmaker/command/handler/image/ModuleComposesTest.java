package io.freshmaker.command.handler.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.ComposeType;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltModule;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.MemoryImageBuilds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModuleComposesTest {

    private static final List<BuiltModule> ADVISORY =
            List.of(new BuiltModule("tea", "rhel9", "3", "new"), new BuiltModule("pot", "rhel9", "3", "new"));
    private static final BuiltImage IMAGE =
            MemoryImageBuilds.image("editor-flatpak-1-2", false, List.of(1L, 2L, 3L, 4L, 5L), null);

    @Test
    void composes_of_modules_that_the_advisory_brings_are_replaced_by_one_and_the_others_are_kept() {
        ModuleComposes composes = ModuleComposes.of(
                IMAGE,
                Map.of(
                        1L, compose(1, ComposeType.PULP, "tea:rhel9:1:old"),
                        2L, compose(2, ComposeType.MODULE, "tea:rhel9:1:old cup:rhel9:1:old"),
                        3L, compose(3, ComposeType.MODULE, "cup:rhel9:2:old tea:rhel8:1:old"),
                        4L, compose(4, ComposeType.MODULE, "pot:rhel9:1:old spoon:rhel9:1:old")),
                ADVISORY);

        assertThat(composes.kept()).as("5 is not known in ODCS any more").containsExactly(1L, 3L, 5L);
        assertThat(composes.request())
                .isEqualTo(new ComposeRequest(
                        ComposeType.MODULE,
                        "cup:rhel9:1:old pot:rhel9:3:new spoon:rhel9:1:old tea:rhel9:3:new",
                        List.of(),
                        List.of(),
                        List.of("x86_64"),
                        List.of()));
    }

    @Test
    void without_an_original_of_theirs_there_is_one_of_the_advisorys_modules_alone() {
        ModuleComposes composes = ModuleComposes.of(IMAGE, Map.of(), ADVISORY);

        assertThat(composes.kept()).isEqualTo(IMAGE.composes());
        assertThat(composes.request().source()).isEqualTo("pot:rhel9:3:new tea:rhel9:3:new");
    }

    private static Compose compose(long number, ComposeType type, String source) {
        return new Compose(number, Compose.State.REMOVED, type, source, null, "");
    }
}
