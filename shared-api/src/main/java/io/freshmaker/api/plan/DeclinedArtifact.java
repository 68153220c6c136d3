package io.freshmaker.api.plan;

import io.freshmaker.api.reason.Reason;

/** A candidate that is not rebuilt, with the rule and the place that say so. */
public record DeclinedArtifact(Artifact artifact, Reason reason) {}
