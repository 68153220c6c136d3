package io.freshmaker.api.compose;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Builds of the Event wait for it.
 *
 * @param deadline until when they do
 * @param dryRun whether it is only told: nobody is asked for it
 */
@Revision("1")
public record ComposeRequested(
        ComposeId composeId, EventId eventId, int eventNumber, ComposeRequest request, Instant deadline, boolean dryRun)
        implements ComposeDomainEvent {}
