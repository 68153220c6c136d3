package io.freshmaker.command.handler.image;

import io.freshmaker.api.trigger.AdvisoryReady;
import io.freshmaker.api.trigger.AdvisoryTrigger;
import io.freshmaker.api.trigger.BotasAdvisoryShipped;
import io.freshmaker.api.trigger.FlatpakModuleReady;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which of an advisory's images are wanted, and which of those that were rebuilt before are wanted once more.
 *
 * @param leaves only these and what they are built from; none: all
 * @param request of the person who wants them; null where nobody asked
 */
record Wish(List<Nvr> leaves, @Nullable Request request) {

    static Wish of(AdvisoryTrigger trigger) {
        return switch (trigger) {
            case AdvisoryReady _, BotasAdvisoryShipped _, FlatpakModuleReady _ -> new Wish(List.of(), null);
            case ManualRebuild manual ->
                new Wish(manual.images().stream().map(Nvr::new).toList(), manual.request());
        };
    }

    /** Whether somebody said which. */
    boolean namesImages() {
        return !leaves.isEmpty();
    }

    /**
     * Whether it is not rebuilt again: what the Events did that the request builds upon (spec §2.11) never is; anything else is where
     * somebody names it, or wants all of it again (spec §2.8).
     */
    boolean leavesAlone(Rebuilt rebuilt) {
        if (request == null || isBuiltUpon(rebuilt)) return true;
        return request.isWithoutRebuilt() && !leaves.contains(rebuilt.original());
    }

    boolean buildsUponEvents() {
        return request != null && !request.dependsOn().isEmpty();
    }

    /** Whether an Event did it that the request builds upon (spec §2.11). */
    boolean isBuiltUpon(Rebuilt rebuilt) {
        return request != null && request.dependsOn().contains(rebuilt.event());
    }

    /** Which image bundles are to refer to in the place of each of these, whatever else is known (spec §2.8). */
    Map<Nvr, Nvr> imageOverrides() {
        return request == null ? Map.of() : request.imageOverrides();
    }

    /** Whether bundles say whose place they take (spec §2.8). */
    boolean isSubstituting() {
        return request == null || request.isSubstituting();
    }
}
