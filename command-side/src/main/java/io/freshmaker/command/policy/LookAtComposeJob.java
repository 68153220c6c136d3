package io.freshmaker.command.policy;

import io.freshmaker.command.compose.ComposeUses;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks ODCS about the one compose of which the bus spoke. Whoever may publish there can make us look, no more. */
@Component
class LookAtComposeJob implements Look {

    private static final Logger log = LoggerFactory.getLogger(LookAtComposeJob.class);

    private final ComposeUses uses;
    private final ComposeNews news;

    LookAtComposeJob(ComposeUses uses, ComposeNews news) {
        this.uses = uses;
        this.news = news;
    }

    @Override
    public String name() {
        return "look-at-compose";
    }

    /** Whether builds wait for it. */
    boolean isWanted(long number) {
        return !uses.pending(number).isEmpty();
    }

    @Override
    public void run(String subject) {
        long number = Long.parseLong(subject);
        if (isWanted(number)) news.look(List.of(number));
    }

    @Override
    public void gaveUp(String subject, Throwable cause) {
        log.warn("Compose {} could not be asked about; the next round asks again: {}", subject, cause.toString());
    }
}
