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

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    /** In which a build goes on until {@link #end} is called. */
    protected abstract BuildSystem system();

    protected abstract HeardReports reports();

    /** One of something that it builds, another one for each number. */
    protected BuildRequest request(int number) {
        return BuildRequests.image(number);
    }

    private BuildRequest request() {
        return request(11);
    }

    protected abstract void end(BuildRequest request, boolean well);

    @Test
    void a_build_asked_for_twice_is_one_build() {
        String first = system().submit(request());

        assertThat(system().submit(request())).isEqualTo(first);
    }

    @Test
    void a_build_is_found_under_the_id_that_it_was_given() {
        String id = system().submit(request());

        assertThat(system().find(request())).contains(id);
    }

    @Test
    void a_build_that_was_never_asked_for_is_not_found() {
        assertThat(system().find(request(99))).isEmpty();
    }

    @Test
    void a_good_end_is_told() {
        system().submit(request());
        end(request(), true);

        await().atMost(LONG_ENOUGH).until(() -> reports().of(request().build()) instanceof Built);
    }

    @Test
    void a_bad_end_is_told_with_its_reason() {
        system().submit(request());
        end(request(), false);

        await().atMost(LONG_ENOUGH)
                .until(() -> reports().of(request().build()) instanceof Broken broken
                        && !broken.reason().facts().isEmpty());
    }

    @Test
    void a_canceled_build_can_still_be_found() {
        String id = system().submit(request());

        system().cancel(request());

        assertThat(system().find(request())).contains(id);
    }

    @Test
    void to_cancel_what_is_unknown_or_has_ended_does_nothing() {
        system().submit(request());
        end(request(), true);
        await().atMost(LONG_ENOUGH).until(() -> reports().of(request().build()) instanceof Built);

        assertThatCode(() -> {
                    system().cancel(request());
                    system().cancel(request(99));
                })
                .doesNotThrowAnyException();
    }
}
