package io.freshmaker.command.policy;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.compose.ComposeUse;
import io.freshmaker.command.compose.ComposeUses;
import io.freshmaker.command.port.Compose;
import io.freshmaker.command.port.ComposeSystems;
import io.freshmaker.command.port.Composes;
import io.freshmaker.command.port.Refused;
import io.freshmaker.platform.job.Job;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has a compose made again that was taken away before its builds used it. All of them get the new one. */
@Component
class RenewComposeJob implements Job {

    private static final Logger log = LoggerFactory.getLogger(RenewComposeJob.class);

    /** ODCS may be away for a day. */
    private static final int ATTEMPTS = 24 * 60;

    private final Facts facts;
    private final ComposeSystems systems;
    private final ComposeUses uses;
    private final ComposeNews news;

    RenewComposeJob(Facts facts, ComposeSystems systems, ComposeUses uses, ComposeNews news) {
        this.facts = facts;
        this.systems = systems;
        this.uses = uses;
        this.news = news;
    }

    @Override
    public String name() {
        return "renew-compose";
    }

    @Override
    public Queue queue() {
        return Queue.BUILD;
    }

    @Override
    public void run(String subject) {
        long number = Long.parseLong(subject);
        List<ComposeUse> gone = uses.gone(number);
        if (gone.isEmpty()) return;
        Composes odcs = systems.of(number);
        try {
            long next = again(odcs, gone, number);
            news.renewed(gone, number, next);
            news.look(List.of(next));
        } catch (Refused e) {
            news.failed(gone, Reason.of(ReasonCode.COMPOSE_REFUSED, "error", ErrorText.of(e)));
        }
    }

    @Override
    public int attempts() {
        return ATTEMPTS;
    }

    /** The next round stores it again, until its deadline. */
    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("Compose {} could not be renewed; the next round tries again: {}", subject, cause.toString());
    }

    /** What a wish says is looked for first: it may have been made again before a crash. */
    private long again(Composes odcs, List<ComposeUse> gone, long number) {
        Optional<ComposeRequest> wanted = gone.stream()
                .filter(ComposeUse::isWish)
                .findFirst()
                .map(use -> facts.requested(use.wish()).request());
        return wanted.stream()
                .flatMap(wish -> odcs.alike(wish).stream())
                .filter(one -> one.number() != number && uses.isUseful(one.removed()))
                .map(Compose::number)
                .findFirst()
                .orElseGet(() -> odcs.renew(number));
    }
}
