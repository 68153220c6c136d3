package io.freshmaker.command.handler;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.plan.CyclicPlan;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedArtifact;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.ArtifactKey;
import io.freshmaker.command.rules.Criteria;
import io.freshmaker.command.rules.Occasion;
import io.freshmaker.command.rules.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A plan in the making: takes candidates, asks the rules about each, and leaves none out: it is planned or declined. It may go on from a plan
 * that is there.
 */
public final class Draft {
    private final String handler;
    private final Rules rules;
    private final Occasion occasion;
    private final RebuildPlan base;
    private final SequencedMap<ArtifactKey, PlannedArtifact> planned = new LinkedHashMap<>();
    private final List<DeclinedArtifact> declined = new ArrayList<>();

    private Draft(String handler, Rules rules, Occasion occasion, RebuildPlan base) {
        this.handler = handler;
        this.rules = rules;
        this.occasion = occasion;
        this.base = base;
    }

    static Draft of(RebuildHandler<?> handler, Rules rules, Occasion occasion) {
        return new Draft(handler.name(), rules, occasion, RebuildPlan.EMPTY);
    }

    /** One that goes on from a plan: what is in it may be a parent, and stays planned. */
    static Draft of(FollowUp followUp, Rules rules, Occasion occasion, RebuildPlan base) {
        return new Draft(followUp.name(), rules, occasion, base);
    }

    /**
     * Plans it unless a rule objects; the first reason counts. Its parents may be given whether or not they are planned too, as
     * keys and as NVRs: {@link #finished} keeps of each what is right.
     *
     * @return whether it is planned now
     */
    public boolean consider(PlannedArtifact candidate) {
        if (planned.containsKey(candidate.key())) return true;
        Optional<Reason> objection = rules.objection(handler, candidate.artifact(), occasion);
        objection.ifPresentOrElse(
                reason -> decline(candidate.artifact(), reason), () -> planned.put(candidate.key(), candidate));
        return objection.isEmpty();
    }

    /** Why the rules let nothing of this be rebuilt, for a handler that asks them itself; it need not say what the occasion is. */
    public Optional<Reason> objection(ArtifactType type, Criteria criteria) {
        return rules.objection(handler, type, criteria.on(occasion));
    }

    /** Plans what the rules were asked about before; its parents may be given as for {@link #consider}. */
    public void accept(PlannedArtifact artifact) {
        planned.putIfAbsent(artifact.key(), artifact);
    }

    /** Looked at and left alone, unless something else wants it planned; the first reason counts. */
    public void decline(Artifact artifact, Reason reason) {
        declined.add(new DeclinedArtifact(artifact, reason));
    }

    /**
     * The same, with a reason of its own if nothing is planned.
     *
     * @throws CyclicPlan when something would have to be built before itself
     */
    public RebuildPlan finished(Reason whenNothing) {
        return planned.isEmpty() ? new RebuildPlan(List.of(), declined, whenNothing) : finished();
    }

    /** @throws CyclicPlan when something would have to be built before itself */
    public RebuildPlan finished() {
        Set<ArtifactKey> keys = new HashSet<>();
        Set<String> plannedNvrs = new HashSet<>();
        Stream.concat(base.artifacts().stream(), planned.values().stream()).forEach(one -> {
            keys.add(one.key());
            plannedNvrs.add(Objects.toString(one.artifact().originalNvr(), ""));
        });
        List<PlannedArtifact> artifacts = planned.values().stream()
                .map(one -> one.after(keep(one.parents(), keys), without(one.originalParents(), plannedNvrs)))
                .toList();
        return base.with(artifacts, declined);
    }

    private static List<ArtifactKey> keep(List<ArtifactKey> keys, Collection<ArtifactKey> known) {
        return keys.stream().filter(known::contains).toList();
    }

    private static List<String> without(List<String> nvrs, Set<String> known) {
        return nvrs.stream().filter(nvr -> !known.contains(nvr)).toList();
    }
}
