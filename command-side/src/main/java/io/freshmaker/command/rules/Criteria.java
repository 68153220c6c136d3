package io.freshmaker.command.rules;

import io.freshmaker.api.plan.Artifact;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What rules are asked about. What is in neither of the two is never known, and what a rule says of it is ignored (spec §8.2).
 *
 * @param known the values that are known
 * @param pending what is not known yet, and will be when the rules are asked about single artifacts
 */
public record Criteria(Map<Criterion, String> known, Set<Criterion> pending) {

    /** Nothing at all. */
    public static final Criteria NONE = new Criteria(Map.of(), Set.of());

    public Criteria {
        known = Map.copyOf(known);
        Set<Criterion> open = pending.isEmpty() ? EnumSet.noneOf(Criterion.class) : EnumSet.copyOf(pending);
        open.removeAll(known.keySet());
        pending = Set.copyOf(open);
    }

    static Criteria of(Artifact artifact, Occasion occasion) {
        return NONE.with(Criterion.NAME, artifact.name())
                .with(Criterion.BRANCH, artifact.source().branch())
                .on(occasion);
    }

    /** The same in an Event. */
    public Criteria on(Occasion occasion) {
        return with(Criterion.DRY_RUN, occasion.dryRun()).with(Criterion.MANUAL, occasion.manual());
    }

    public Criteria with(Criterion criterion, String value) {
        Map<Criterion, String> more = new EnumMap<>(Criterion.class);
        more.putAll(known);
        more.put(criterion, value);
        return new Criteria(more, pending);
    }

    public Criteria with(Criterion criterion, boolean value) {
        return with(criterion, value ? "True" : "False");
    }

    /** The same while these are not known yet. */
    public Criteria without(Collection<Criterion> later) {
        Set<Criterion> open = EnumSet.noneOf(Criterion.class);
        open.addAll(pending);
        open.addAll(later);
        return new Criteria(known, open);
    }
}
