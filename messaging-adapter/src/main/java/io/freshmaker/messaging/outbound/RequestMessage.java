package io.freshmaker.messaging.outbound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.trigger.ManualRebuild;
import io.freshmaker.api.trigger.Request;
import io.freshmaker.api.trigger.Request.Way;
import io.freshmaker.api.value.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the bus is told of somebody's request for a rebuild, in the original's words (spec §3.3, §11). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RequestMessage(
        @JsonProperty("msg_id") String messageId,
        @JsonProperty("errata_id") long advisory,
        @JsonProperty("freshmaker_event_id") @Nullable Integer event,
        @JsonProperty("container_images") List<String> images,
        @JsonProperty("dry_run") boolean dryRun,
        @JsonProperty("metadata") Map<String, ?> metadata,
        @JsonProperty("requester") @Nullable String requester) {

    static final String MANUAL_REBUILD = "manual.rebuild";

    /** Empty where nobody asked, or the bus knows already. */
    static Optional<RequestMessage> of(EventRegistered fact) {
        return fact.trigger() instanceof ManualRebuild manual
                        && manual.request().way() == Way.API
                ? Optional.of(of(manual, fact.dryRun()))
                : Optional.empty();
    }

    private static RequestMessage of(ManualRebuild manual, boolean dryRun) {
        Request request = manual.request();
        Actor requester = request.requester();
        return new RequestMessage(
                request.id(),
                manual.advisory(),
                request.dependsOn().isEmpty() ? null : request.dependsOn().getFirst(),
                manual.images(),
                dryRun,
                request.metadata(),
                requester == null ? null : requester.value());
    }
}
