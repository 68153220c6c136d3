package io.freshmaker.command.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.api.event.EventCommand.RegisterEvent;
import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.FlatpakModuleReady;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.AdvisoryStates;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FakeFlatpakIndex;
import io.freshmaker.command.port.FlatpakIndex;
import io.freshmaker.command.port.Unavailable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Advisories before they are shipped, where the settings name the states {@code QE} and {@code REL_PREP}. */
class LookAtAdvisoryJobTest {

    private static final String TEAPOT = "teapot-2.1-3.el9";

    private static final ObjectProvider<FlatpakIndex> NO_FLATPAKS =
            new StaticListableBeanFactory().getBeanProvider(FlatpakIndex.class);

    private final Stored stored = new Stored();
    private final StaticListableBeanFactory beans = new StaticListableBeanFactory();
    private final FakeAdvisories advisories = new FakeAdvisories();
    private final LookAtAdvisoryJob job = job("SHIPPED_LIVE", "QE", "REL_PREP");

    LookAtAdvisoryJobTest() {
        beans.addBean("advisories", advisories);
    }

    @Test
    void nobody_wants_to_know_where_only_shipped_ones_are_triggers() {
        assertThat(job("SHIPPED_LIVE").isWanted()).isFalse();
        assertThat(job("SHIPPED_LIVE").isWanted("QE")).isFalse();
        assertThat(job.isWanted()).isTrue();
        assertThat(job.isWanted("QE")).isTrue();
        assertThat(job.isWanted("")).as("a state that has to be looked up").isTrue();
        assertThat(job.isWanted("PUSH_READY")).isFalse();
        assertThat(job.isWanted("SHIPPED_LIVE")).as("is a trigger of its own").isFalse();
    }

    @Test
    void nobody_is_asked_where_nobody_knows_advisories() {
        LookAtAdvisoryJob lonely = new LookAtAdvisoryJob(
                new StaticListableBeanFactory().getBeanProvider(Advisories.class),
                NO_FLATPAKS,
                new AdvisoryStates(List.of("QE")),
                stored.commands());

        assertThat(lonely.isWanted("QE")).isFalse();
    }

    @Test
    void a_signed_one_is_a_trigger_in_the_state_of_the_message_whatever_is_looked_up() {
        given(FakeAdvisories.advisory(7, "PUSH_READY", "rpm"), true);

        job.run(LookAtAdvisoryJob.subject(7, "REL_PREP"));

        assertRegistered(7, "REL_PREP");
    }

    @Test
    void the_state_is_looked_up_where_the_message_does_not_say() {
        given(FakeAdvisories.advisory(7, "QE", "module"), true);

        job.run(LookAtAdvisoryJob.subject(7, ""));

        assertRegistered(7, "QE");
    }

    @Test
    void whatever_is_told_before_shipping_is_one_event_and_shipping_is_another() {
        assertThat(new AdvisoryReady(7, "QE").eventId())
                .isEqualTo(new AdvisoryReady(7, "REL_PREP").eventId())
                .isNotEqualTo(new AdvisoryReady(7, AdvisoryReady.SHIPPED).eventId())
                .isNotEqualTo(new AdvisoryReady(8, "QE").eventId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"NEW_FILES", "PUSH_READY", "IN_PUSH"})
    void in_another_state_it_is_none(String state) {
        given(FakeAdvisories.advisory(7, state, "rpm"), true);

        job.run(LookAtAdvisoryJob.subject(7, ""));

        assertThat(stored.sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHIPPED_LIVE", "DROPPED_NO_SHIP"})
    void a_late_message_about_one_that_ended_meanwhile_is_none(String state) {
        given(FakeAdvisories.advisory(7, state, "rpm"), true);

        job.run(LookAtAdvisoryJob.subject(7, "QE"));

        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void one_that_is_not_wholly_signed_has_no_rpms_or_is_not_known_is_none() {
        given(FakeAdvisories.advisory(7, "QE", "rpm"), false);
        given(FakeAdvisories.advisory(8, "QE", "docker"), true);

        for (long id : new long[] {7, 8, 9}) job.run(LookAtAdvisoryJob.subject(id, "QE"));

        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void one_with_modules_in_qe_that_is_signed_and_hidden_is_ready_for_flatpaks() {
        LookAtAdvisoryJob looking = lookingForFlatpaks();
        givenFor(7, "QE", "module", true, "tea-hidden-rpms", "tea-hidden-debug");

        assertThat(looking.isWanted("QE")).isTrue();
        assertThat(looking.isWanted("REL_PREP")).isFalse();
        looking.run(LookAtAdvisoryJob.subject(7, "QE"));

        FlatpakModuleReady trigger = new FlatpakModuleReady(7);
        assertThat(stored.sent()).containsExactly(new RegisterEvent(trigger.eventId(), "looked-up.7", trigger));
    }

    @Test
    void one_that_is_not_wholly_so_is_not_ready_for_flatpaks() {
        LookAtAdvisoryJob looking = lookingForFlatpaks();
        givenFor(7, "QE", "rpm", true, "tea-hidden-rpms");
        givenFor(8, "REL_PREP", "module", true, "tea-hidden-rpms");
        givenFor(9, "QE", "module", false, "tea-hidden-rpms");
        givenFor(10, "QE", "module", true, "tea-hidden-rpms", "tea-rpms");
        givenFor(11, "QE", "module", true);

        for (long id = 7; id <= 11; id++) looking.run(LookAtAdvisoryJob.subject(id, ""));

        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void an_outage_is_for_the_job_that_is_tried_again() {
        StaticListableBeanFactory away = new StaticListableBeanFactory();
        away.addBean("advisories", new Away());
        LookAtAdvisoryJob asking = new LookAtAdvisoryJob(
                away.getBeanProvider(Advisories.class),
                NO_FLATPAKS,
                new AdvisoryStates(List.of("QE")),
                stored.commands());

        assertThatThrownBy(() -> asking.run(LookAtAdvisoryJob.subject(7, "QE"))).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> signedBuild(away, asking).run(TEAPOT)).isInstanceOf(Unavailable.class);
        asking.gaveUp("7:QE", new Unavailable("away"));
        assertThat(stored.sent()).isEmpty();
    }

    @Test
    void a_build_that_was_signed_makes_us_look_at_each_advisory_that_waited_for_it() {
        given(FakeAdvisories.advisory(7, "QE", "rpm"), true);
        given(FakeAdvisories.advisory(8, "QE", "rpm"), false);
        given(FakeAdvisories.advisory(9, "SHIPPED_LIVE", "rpm"), true);

        signedBuild(beans, job).run(TEAPOT);

        assertRegistered(7, "QE");
    }

    private void assertRegistered(long id, String state) {
        AdvisoryReady trigger = new AdvisoryReady(id, state);
        assertThat(stored.sent()).containsExactly(new RegisterEvent(trigger.eventId(), "looked-up." + id, trigger));
    }

    private void given(Advisory advisory, boolean signed) {
        List<Nvr> teapot = List.of(new Nvr(TEAPOT));
        advisories.with(advisory, new AdvisoryContent(teapot, teapot, teapot, teapot, List.of(), signed));
    }

    private LookAtAdvisoryJob job(String... states) {
        return new LookAtAdvisoryJob(
                beans.getBeanProvider(Advisories.class),
                NO_FLATPAKS,
                new AdvisoryStates(List.of(states)),
                stored.commands());
    }

    /** Where the index of Flatpaks is known, and only shipped advisories are triggers. */
    private LookAtAdvisoryJob lookingForFlatpaks() {
        beans.addBean("flatpaks", new FakeFlatpakIndex());
        return new LookAtAdvisoryJob(
                beans.getBeanProvider(Advisories.class),
                beans.getBeanProvider(FlatpakIndex.class),
                new AdvisoryStates(List.of("SHIPPED_LIVE")),
                stored.commands());
    }

    private void givenFor(long id, String state, String type, boolean signed, String... repositories) {
        List<Nvr> teapot = List.of(new Nvr(TEAPOT));
        advisories.with(
                FakeAdvisories.advisory(id, state, type),
                new AdvisoryContent(teapot, teapot, teapot, teapot, List.of(repositories), signed));
    }

    private static LookAtSignedBuildJob signedBuild(StaticListableBeanFactory beans, LookAtAdvisoryJob job) {
        return new LookAtSignedBuildJob(beans.getBeanProvider(Advisories.class), job);
    }

    /** Never answers. */
    private static final class Away implements Advisories {

        @Override
        public Optional<Advisory> find(long id) {
            throw new Unavailable("away");
        }

        @Override
        public AdvisoryContent contentOf(long id) {
            throw new Unavailable("away");
        }

        @Override
        public List<Long> having(String build) {
            throw new Unavailable("away");
        }
    }
}
