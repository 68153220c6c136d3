package io.freshmaker.command.policy;

import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.trigger.UpdateStable;
import io.freshmaker.command.port.UpdateDetails;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Looks up what a message left out of its trigger; what nobody knows stays out, and leads to nothing. */
@Component
class WholeTriggers {

    private final ObjectProvider<UpdateDetails> details;

    WholeTriggers(ObjectProvider<UpdateDetails> details) {
        this.details = details;
    }

    Trigger whole(Trigger trigger) {
        if (!(trigger instanceof UpdateStable update) || isWhole(update)) return trigger;
        UpdateDetails asked = details.getIfAvailable();
        return asked == null ? trigger : asked.find(update.update()).orElse(update);
    }

    private static boolean isWhole(UpdateStable update) {
        return !update.builds().isEmpty() && !update.releaseBranch().isEmpty();
    }
}
