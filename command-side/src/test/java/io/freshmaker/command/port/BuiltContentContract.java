package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link BuiltContent} must do. */
public abstract class BuiltContentContract {

    private static final Nvr IMAGE = new Nvr("web-container-42-1.1572631468");

    /** One that knows exactly this image, with these RPMs by architecture. */
    protected abstract BuiltContent knowing(Nvr image, Map<String, List<Rpm>> rpms);

    private BuiltContent web() {
        return knowing(
                IMAGE,
                Map.of(
                        "x86_64",
                        List.of(Rpm.parse("tls-1.1-1.fc42.x86_64"), Rpm.parse("tls-1.0-1.fc42.i686")),
                        "s390x",
                        List.of(Rpm.parse("tls-1.0-1.fc42.s390x")),
                        "aarch64",
                        List.of()));
    }

    @Test
    void the_rpms_of_every_architecture_are_known_and_every_version_of_them() {
        assertThat(web().rpmsOf(IMAGE)).satisfies(rpms -> {
            assertThat(rpms.keySet()).containsExactly("aarch64", "s390x", "x86_64");
            assertThat(rpms.get("s390x")).containsExactly(Rpm.parse("tls-1.0-1.fc42.s390x"));
            assertThat(rpms.get("x86_64"))
                    .containsExactlyInAnyOrder(Rpm.parse("tls-1.1-1.fc42.x86_64"), Rpm.parse("tls-1.0-1.fc42.i686"));
        });
    }

    @Test
    void an_architecture_without_rpms_is_known_too() {
        assertThat(web().rpmsOf(IMAGE)).containsEntry("aarch64", List.of());
    }

    @Test
    void of_an_image_that_nobody_knows_nothing_is_known() {
        assertThat(web().rpmsOf(new Nvr("web-container-42-2"))).isEmpty();
    }
}
