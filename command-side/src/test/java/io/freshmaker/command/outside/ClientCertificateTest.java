package io.freshmaker.command.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientCertificateTest {

    private final TestAuthority authority = TestAuthority.create();

    @Test
    void a_certificate_and_its_key_may_lie_in_two_files_or_in_one(@TempDir Path folder) throws IOException {
        Identity ours = authority.client("freshmaker");
        Path both = Files.writeString(
                folder.resolve("both.pem"), Files.readString(ours.certificate()) + Files.readString(ours.key()));

        assertThat(new ClientCertificate(ours.certificate(), ours.key(), authority.certificate()).context("a.b"))
                .isPresent();
        assertThat(new ClientCertificate(both, both, null).context("a.b")).isPresent();
        assertThat(new ClientCertificate(both, null, null).context("a.b")).isPresent();
        assertThat(new ClientCertificate(null, null, authority.certificate()).context("a.b"))
                .isPresent();
    }

    @Test
    void without_files_it_is_the_jvms() {
        assertThat(new ClientCertificate(null, null, null).context("a.b")).isEmpty();
    }

    @Test
    void a_file_that_holds_none_is_told_with_its_setting(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("ours.pem"), "nothing\n");

        assertThatThrownBy(() -> new ClientCertificate(empty, empty, null).context("freshmaker.pyxis.certificate"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("freshmaker.pyxis.certificate: expected PEM files");
    }
}
