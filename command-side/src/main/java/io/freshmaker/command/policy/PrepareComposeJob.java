package io.freshmaker.command.policy;

import io.freshmaker.api.compose.ComposeRequested;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.command.compose.Claim;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.ComposeSystems;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.Refused;
import io.freshmaker.platform.job.Job;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gets a compose for a wish: that of another wish, else one that ODCS has, from before a crash or for somebody else, else a new one.
 * All who want the same get it.
 */
@Component
class PrepareComposeJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(PrepareComposeJob.class);

    /** ODCS may be away for a day. */
    private static final int ATTEMPTS = 24 * 60;

    private final Facts facts;
    private final ComposeSystems systems;
    private final ComposeUses uses;
    private final ComposeNews news;
    private final Clock clock;

    PrepareComposeJob(Facts facts, ComposeSystems systems, ComposeUses uses, ComposeNews news, Clock clock) {
        this.facts = facts;
        this.systems = systems;
        this.uses = uses;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "prepare-compose";
    }

    @Override
    public Queue queue() {
        return Queue.BUILD;
    }

    @Override
    public void run(String subject) {
        ComposeId wish = new ComposeId(subject);
        ComposeRequested fact = facts.requested(wish);
        if (facts.isOver(fact.eventId())) { // it was canceled while its wishes were noted
            uses.leave(fact.eventId());
            return;
        }
        switch (uses.claim(wish)) {
            case Claim.Ask ask -> ask(fact, ask);
            case Claim.Later(Duration left) -> throw OneOrder.onItsWay(left);
            case Claim.Take(long number) -> {
                news.assigned(uses.find(subject).stream().toList(), number, true);
                news.look(List.of(number));
            }
            case Claim.Nothing() -> {}
        }
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    /** The next round stores it again, until its deadline. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("{} could not be asked for; the next round tries again: {}", subject, cause.toString());
    }

    private void ask(ComposeRequested fact, Claim.Ask ask) {
        ComposeId wish = fact.composeId();
        Composes odcs = systems.of(fact.dryRun());
        try {
            Optional<Long> there = odcs.alike(fact.request()).stream()
                    .filter(one -> uses.isUseful(one.removed()))
                    .map(Compose::number)
                    .findFirst();
            long number = there.orElseGet(() -> send(odcs, fact, ask.call()));
            boolean theirs = there.isPresent() && !ask.again();
            Map<Boolean, List<ComposeUse>> same = uses.wantingTheSame(wish).stream()
                    .collect(
                            Collectors.partitioningBy(use -> theirs || !use.id().equals(wish.value())));
            same.forEach((shared, some) -> news.assigned(some, number, shared));
            news.look(List.of(number));
        } catch (Refused e) {
            Reason reason = Reason.of(ReasonCode.COMPOSE_REFUSED, "error", ErrorText.of(e));
            news.failed(uses.wantingTheSame(wish), reason);
        }
    }

    private long send(Composes odcs, ComposeRequested fact, int call) {
        ComposeId wish = fact.composeId();
        return new OneOrder(clock, odcs.longestCall())
                .send(
                        until -> uses.calls().begin(wish, call, until),
                        () -> uses.calls().returned(wish, call),
                        () -> odcs.request(fact.request()));
    }
}
