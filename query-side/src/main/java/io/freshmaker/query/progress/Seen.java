package io.freshmaker.query.progress;

import io.freshmaker.query.web.ApiError;
import org.springframework.stereotype.Component;

/** Waits until the read models know a fact. */
@Component
public class Seen {

    private final StoredFacts facts;
    private final Progress progress;

    Seen(StoredFacts facts, Progress progress) {
        this.facts = facts;
        this.progress = progress;
    }

    /** Whether they knew it before the patience ended; a fact that is not stored is a 404. */
    public boolean await(String factId, Patience patience) {
        long fact =
                facts.indexOf(factId).orElseThrow(() -> ApiError.notFound("There is no fact '%s'.".formatted(factId)));
        return patience.until(() -> progress.hasPassed(fact));
    }

    /** Whether they knew, before the patience ended, every fact that was stored when this was asked. */
    public boolean awaitNewest(Patience patience) {
        long newest = facts.newestIndex();
        return patience.until(() -> progress.hasPassed(newest));
    }
}
