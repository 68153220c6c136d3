package io.freshmaker.api.artifactbuild;

import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.value.BuildId;
import io.freshmaker.api.value.EventId;
import org.axonframework.serialization.Revision;

/**
 * The images that a bundle waited for are rebuilt and their digests known: this is what is put into it, in every attempt. {@code number} is
 * the build's id in the API, {@code eventNumber} that of its Event.
 */
@Revision("1")
public record BundlePinned(BuildId buildId, EventId eventId, int eventNumber, int number, BundleOverrides bundle)
        implements ArtifactBuildDomainEvent {}
