package io.freshmaker.api.compose;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What a RequestedCompose can be asked to do. All of them come from machines: repeated or late they change nothing. */
public sealed interface ComposeCommand {

    /** Builds of an Event wait for it. */
    record RequestCompose(
            @TargetAggregateIdentifier ComposeId composeId,
            EventId eventId,
            int eventNumber,
            ComposeRequest request,
            Instant deadline,
            boolean dryRun)
            implements ComposeCommand {}

    /** ODCS took it, or has it already, under this number. */
    record AssignCompose(@TargetAggregateIdentifier ComposeId composeId, long odcsId, boolean shared)
            implements ComposeCommand {}

    /** ODCS says that it is done. */
    record ReportComposeDone(@TargetAggregateIdentifier ComposeId composeId, long odcsId) implements ComposeCommand {}

    /** It failed, or did not come in time. */
    record FailCompose(@TargetAggregateIdentifier ComposeId composeId, Reason reason) implements ComposeCommand {}
}
