package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link Updates} must do. */
public abstract class UpdatesContract {
    /** One that knows exactly this build. */
    protected abstract Updates knowing(String build, String... rpms);

    private Updates tls() {
        return knowing("tls-1.1-1.fc42", "tls-1.1-1.fc42.x86_64", "tls-libs-1.1-1.fc42.x86_64");
    }

    @Test
    void the_rpms_of_a_build_are_known_by_its_nvr() {
        assertThat(tls().rpmsOf("tls-1.1-1.fc42"))
                .extracting(Rpm::toString)
                .containsExactly("tls-1.1-1.fc42.x86_64", "tls-libs-1.1-1.fc42.x86_64");
    }

    @Test
    void a_build_that_nobody_knows_has_no_rpms() {
        assertThat(tls().rpmsOf("tls-1.1-2.fc42")).isEmpty();
        assertThat(tls().rpmsOf("not even an nvr")).isEmpty();
    }
}
