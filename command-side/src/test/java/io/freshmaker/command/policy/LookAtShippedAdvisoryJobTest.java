package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.BotasAdvisoryShipped;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FakeOperatorBundles;
import io.freshmaker.command.port.OperatorBundles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Who filed an advisory that was shipped, where bundles are rebuilt. */
class LookAtShippedAdvisoryJobTest {

    private static final AdvisoryContent NOTHING =
            new AdvisoryContent(List.of(), List.of(), List.of(), List.of(), List.of(), false);

    private final Stored stored = new Stored();
    private final FakeAdvisories advisories = new FakeAdvisories();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final LookAtShippedAdvisoryJob job = new LookAtShippedAdvisoryJob(
            beans.getBeanProvider(Advisories.class), beans.getBeanProvider(OperatorBundles.class), stored.commands());

    @Test
    void nobody_wants_to_know_where_no_bundle_is_rebuilt() {
        beans.addBean("advisories", advisories);
        assertThat(job.isWanted()).isFalse();

        beans.addBean("bundles", new FakeOperatorBundles());
        assertThat(job.isWanted()).isTrue();
    }

    @Test
    void one_of_images_that_the_bot_filed_is_a_trigger_of_its_own() {
        given("botas/brewery@example.com", "docker");

        job.run(LookAtShippedAdvisoryJob.subject(7));

        BotasAdvisoryShipped trigger = new BotasAdvisoryShipped(7);
        assertThat(stored.sent()).containsExactly(new RegisterEvent(trigger.eventId(), "looked-up-botas.7", trigger));
    }

    @Test
    void one_of_somebody_else_or_without_images_is_none() {
        given("ada@example.com", "docker");
        job.run("7");
        given("botas/brewery@example.com", "rpm");
        job.run("7");
        job.run("8");

        assertThat(stored.sent()).isEmpty();
    }

    private void given(String reporter, String type) {
        if (beans.getBeanDefinitionCount() == 0) beans.addBean("advisories", advisories);
        Advisory known = FakeAdvisories.advisory(7, "SHIPPED_LIVE", type);
        advisories.with(
                new Advisory(
                        known.id(),
                        known.name(),
                        known.state(),
                        known.contentTypes(),
                        known.severity(),
                        known.product(),
                        known.release(),
                        known.releaseType(),
                        known.cves(),
                        false,
                        false,
                        false,
                        reporter),
                NOTHING);
    }
}
