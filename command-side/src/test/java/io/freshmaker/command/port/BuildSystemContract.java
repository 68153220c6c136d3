package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.freshmaker.api.artifactbuild.ExternalOutcome.Broken;
import io.freshmaker.api.artifactbuild.ExternalOutcome.Built;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What every build system does, whichever it is. */
public abstract class BuildSystemContract {

    protected static final BuildRequest REQUEST = BuildRequests.image(11);

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** In which a build goes on until {@link #end} is called. */
    protected abstract BuildSystem system();

    protected abstract HeardReports reports();

    protected abstract void end(BuildRequest request, boolean well);

    @Test
    void a_build_asked_for_twice_is_one_build() {
        String first = system().submit(REQUEST);

        assertThat(system().submit(REQUEST)).isEqualTo(first);
    }

    @Test
    void a_build_is_found_under_the_id_that_it_was_given() {
        String id = system().submit(REQUEST);

        assertThat(system().find(REQUEST)).contains(id);
    }

    @Test
    void a_build_that_was_never_asked_for_is_not_found() {
        assertThat(system().find(BuildRequests.image(99))).isEmpty();
    }

    @Test
    void a_good_end_is_told() {
        system().submit(REQUEST);
        end(REQUEST, true);

        await().atMost(LONG_ENOUGH).until(() -> reports().of(REQUEST.build()) instanceof Built);
    }

    @Test
    void a_bad_end_is_told_with_its_reason() {
        system().submit(REQUEST);
        end(REQUEST, false);

        await().atMost(LONG_ENOUGH)
                .until(() -> reports().of(REQUEST.build()) instanceof Broken broken
                        && !broken.reason().facts().isEmpty());
    }

    @Test
    void a_canceled_build_can_still_be_found() {
        String id = system().submit(REQUEST);

        system().cancel(REQUEST);

        assertThat(system().find(REQUEST)).contains(id);
    }

    @Test
    void to_cancel_what_is_unknown_or_has_ended_does_nothing() {
        system().submit(REQUEST);
        end(REQUEST, true);
        await().atMost(LONG_ENOUGH).until(() -> reports().of(REQUEST.build()) instanceof Built);

        assertThatCode(() -> {
                    system().cancel(REQUEST);
                    system().cancel(BuildRequests.image(99));
                })
                .doesNotThrowAnyException();
    }
}
