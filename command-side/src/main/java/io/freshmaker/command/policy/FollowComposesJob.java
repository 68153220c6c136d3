package io.freshmaker.command.policy;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.compose.ComposeSettings;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.command.compose.ComposeUse.State;
import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.command.watch.Round;
import io.freshmaker.command.watch.Rounds;
import io.freshmaker.platform.job.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks ODCS about everything that builds wait for, begins again what was left undone, and ends what has waited too long: a lost
 * message delays a build and never loses one.
 */
@Component
class FollowComposesJob implements Look, Rounds {

    private static final Logger log = LoggerFactory.getLogger(FollowComposesJob.class);
    private static final String SUBJECT = "odcs";

    private final ComposeUses uses;
    private final ComposeNews news;
    private final PrepareComposeJob preparing;
    private final ComposeSettings settings;
    private final ObjectProvider<Jobs> jobs;
    private final Clock clock;

    FollowComposesJob(
            ComposeUses uses,
            ComposeNews news,
            PrepareComposeJob preparing,
            ComposeSettings settings,
            ObjectProvider<Jobs> jobs,
            Clock clock) {
        this.uses = uses;
        this.news = news;
        this.preparing = preparing;
        this.settings = settings;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "follow-composes";
    }

    /** Deadlines pass also while ODCS is away. */
    @Override
    public void run(String subject) {
        Instant now = clock.instant();
        uses.awaited().stream().filter(use -> !use.deadline().isAfter(now)).forEach(this::late);
        List<ComposeUse> awaited = uses.awaited();
        in(State.WANTED, awaited).forEach(use -> jobs.getObject().store(preparing, use.id()));
        in(State.ASKED, awaited).forEach(use -> jobs.getObject().store(preparing, use.id()));
        numbers(State.GONE, awaited).forEach(news::renewLater);
        news.look(numbers(State.PENDING, awaited).toList());
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("ODCS could not be asked how our composes stand; the next round asks again: {}", cause.toString());
    }

    @Override
    public List<Round> rounds() {
        return List.of(new Following());
    }

    private void late(ComposeUse use) {
        Map<String, String> facts = Map.of(
                "compose",
                Objects.toString(use.number(), ""),
                "deadline",
                use.deadline().toString());
        news.failed(List.of(use), new Reason(ReasonCode.COMPOSE_TIMED_OUT, facts));
    }

    private static Stream<ComposeUse> in(State state, List<ComposeUse> uses) {
        return uses.stream().filter(use -> use.state() == state);
    }

    private static Stream<Long> numbers(State state, List<ComposeUse> uses) {
        return in(state, uses).map(ComposeUse::number).filter(Objects::nonNull).distinct();
    }

    private final class Following implements Round {

        @Override
        public String name() {
            return "follow/" + SUBJECT;
        }

        @Override
        public Duration every() {
            return settings.pollInterval();
        }

        @Override
        public void begin() {
            if (!uses.awaited().isEmpty()) jobs.getObject().store(FollowComposesJob.this, SUBJECT);
        }
    }
}
