package io.freshmaker.query.event;

import io.freshmaker.api.event.EventCanceled;
import io.freshmaker.api.event.EventClassified;
import io.freshmaker.api.event.EventCompleted;
import io.freshmaker.api.event.EventDomainEvent;
import io.freshmaker.api.event.EventFailed;
import io.freshmaker.api.event.EventRegistered;
import io.freshmaker.api.event.EventSkipped;
import io.freshmaker.api.event.RebuildActivated;
import io.freshmaker.api.event.RebuildPlanned;
import io.freshmaker.api.plan.DeclinedArtifact;
import io.freshmaker.api.plan.PlannedBuild;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.trigger.AdvisoryTrigger;
import io.freshmaker.api.trigger.BranchRebuild;
import io.freshmaker.api.trigger.BuildTagged;
import io.freshmaker.api.trigger.DockerfileChanged;
import io.freshmaker.api.trigger.ModuleBuilt;
import io.freshmaker.api.trigger.ModuleMetadataChanged;
import io.freshmaker.api.trigger.RpmSpecChanged;
import io.freshmaker.api.trigger.Trigger;
import io.freshmaker.api.trigger.UpdateStable;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * By what an Event is found in {@code /api/3}: the names of what changed, as far as its facts know them, and the codes of its own
 * reason and of those for which artifacts were planned or declined.
 */
record Keywords(Set<String> packages, Set<String> reasons) {

    /** In characters. What is longer is no name, and an index would not take it. */
    private static final int LONGEST = 255;

    static final Keywords NONE = new Keywords(Set.of(), Set.of());

    Keywords after(EventDomainEvent fact) {
        return switch (fact) {
            case EventRegistered registered -> plus(changed(registered.trigger()), Stream.empty());
            case RebuildPlanned planned ->
                because(Stream.concat(
                        planned.builds().stream().map(PlannedBuild::reason),
                        planned.declined().stream().map(DeclinedArtifact::reason)));
            case EventSkipped skipped ->
                because(Stream.concat(
                        Stream.of(skipped.reason()), skipped.declined().stream().map(DeclinedArtifact::reason)));
            case EventFailed failed -> because(Stream.of(failed.reason()));
            case EventClassified _, RebuildActivated _, EventCompleted _, EventCanceled _ -> this;
        };
    }

    private static Stream<String> changed(Trigger trigger) {
        return switch (trigger) {
            case RpmSpecChanged change -> Stream.of(change.rpm());
            case ModuleMetadataChanged change -> Stream.of(change.module());
            case DockerfileChanged change -> Stream.of(change.container());
            case ModuleBuilt built -> Stream.of(built.module());
            case BuildTagged tagged -> Stream.of(nameOf(tagged.build()));
            case BranchRebuild rebuild -> rebuild.images().stream();
            case AdvisoryTrigger _ -> Stream.empty(); // the reasons of its images say which RPMs it fixes
            case UpdateStable update -> update.builds().stream().map(Keywords::nameOf);
        };
    }

    /** The N of an NVR; all of it where it is none, because a stored fact is never refused. */
    private static String nameOf(String nvr) {
        return nvr.replaceFirst("-[^-]+-[^-]+$", "");
    }

    /** The RPM that changed is also a fact of the reason: Bodhi may have been asked what an update contains. */
    private Keywords because(Stream<Reason> all) {
        Set<Reason> different = new HashSet<>();
        all.forEach(different::add);
        return plus(
                different.stream().map(reason -> reason.fact("rpm")),
                different.stream().map(reason -> reason.code().name()));
    }

    private Keywords plus(Stream<String> morePackages, Stream<String> moreReasons) {
        return new Keywords(union(packages, morePackages), union(reasons, moreReasons));
    }

    private static Set<String> union(Set<String> known, Stream<String> more) {
        Set<String> all = new TreeSet<>(known);
        more.filter(text -> !text.isEmpty() && text.length() <= LONGEST).forEach(all::add);
        return all;
    }
}
