package io.freshmaker.command.policy;

import static org.mockito.Mockito.mock;

import io.freshmaker.command.submission.Submissions;
import io.freshmaker.platform.job.Jobs;
import java.time.Clock;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** For build systems without a limit: nothing is remembered. */
final class PlacedForTests {

    private PlacedForTests() {}

    static Placed withoutLimit() {
        StaticListableBeanFactory nothing = new StaticListableBeanFactory();
        return new Placed(
                mock(Submissions.class),
                nothing.getBeanProvider(Jobs.class),
                nothing.getBeanProvider(SubmitBuildJob.class),
                Clock.systemUTC());
    }
}
