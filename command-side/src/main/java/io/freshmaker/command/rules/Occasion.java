package io.freshmaker.command.rules;

/**
 * What rules know of an Event beside its artifacts (spec §8.3).
 *
 * @param dryRun whether nothing is to be built; a rule may allow only that
 * @param manual whether a person asked for it
 */
public record Occasion(boolean dryRun, boolean manual) {}
