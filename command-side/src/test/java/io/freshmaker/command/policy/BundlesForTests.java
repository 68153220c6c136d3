package io.freshmaker.command.policy;

import io.freshmaker.command.artifactbuild.Builds;
import io.freshmaker.command.port.OperatorBundles;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Puts digests into bundles, for tests. */
final class BundlesForTests {

    private BundlesForTests() {}

    /** Where there are no bundles. */
    static PinnedBundles none(Stored stored) {
        return in(stored, new StaticListableBeanFactory(), Clock.fixed(Builds.NOW, ZoneOffset.UTC));
    }

    static PinnedBundles knowing(OperatorBundles bundles, Stored stored, Clock clock) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("bundles", bundles);
        return in(stored, beans, clock);
    }

    private static PinnedBundles in(Stored stored, StaticListableBeanFactory beans, Clock clock) {
        return new PinnedBundles(
                stored.facts(), beans.getBeanProvider(OperatorBundles.class), stored.commands(), clock);
    }
}
