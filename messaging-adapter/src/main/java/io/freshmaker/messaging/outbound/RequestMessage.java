package io.freshmaker.messaging.outbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.BranchRebuild;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.trigger.Requested;
import io.freshmaker.api.value.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the bus is told of somebody's request for a rebuild, in the original's words (spec §3.3, §11).
 *
 * @param advisory of a rebuild for an advisory
 * @param branch of a rebuild from a branch, as {@code target}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestMessage(
        @JsonProperty("msg_id") String messageId,
        @JsonProperty("errata_id") @Nullable Long advisory,
        @JsonProperty("dist_git_branch") @Nullable String branch,
        @JsonProperty("brew_target") @Nullable String target,
        @JsonProperty("freshmaker_event_id") @Nullable Integer event,
        @JsonProperty("container_images") List<String> images,
        @JsonProperty("dry_run") boolean dryRun,
        @JsonProperty("metadata") Map<String, ?> metadata,
        @JsonProperty("requester") @Nullable String requester) {

    /** Empty where nobody asked, or the bus knows already. */
    static Optional<RequestMessage> of(EventRegistered fact) {
        return fact.trigger() instanceof Requested requested
                        && requested.request().way() == Way.API
                ? Optional.of(of(requested, fact.dryRun()))
                : Optional.empty();
    }

    private static RequestMessage of(Requested requested, boolean dryRun) {
        Request request = requested.request();
        Actor requester = request.requester();
        return new RequestMessage(
                request.id(),
                requested instanceof ManualRebuild manual ? manual.advisory() : null,
                requested instanceof BranchRebuild rebuild ? rebuild.branch() : null,
                requested instanceof BranchRebuild rebuild ? rebuild.target() : null,
                request.dependsOn().isEmpty() ? null : request.dependsOn().getFirst(),
                requested.images(),
                dryRun,
                request.metadata(),
                requester == null ? null : requester.value());
    }

    /** The end of its routing key, and the name of its schema. */
    String topic() {
        return advisory == null ? "async.manual.build" : "manual.rebuild";
    }
}
