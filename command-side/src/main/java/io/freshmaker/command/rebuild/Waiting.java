package io.freshmaker.command.rebuild;

import io.freshmaker.api.artifactbuild.Blocker;
import io.freshmaker.api.artifactbuild.Blocker.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a build waits for: its blockers in plan order, and what came of those that are gone. */
record Waiting(List<Blocker> blockers, Map<String, String> gone) {

    static Waiting on(List<Blocker> blockers) {
        return new Waiting(List.copyOf(blockers), Map.of());
    }

    Waiting without(Blocker blocker, String product) {
        Map<String, String> more = new TreeMap<>(gone);
        more.put(blocker.toString(), product);
        return new Waiting(blockers, Map.copyOf(more));
    }

    boolean isOver() {
        return blockers.stream().map(Blocker::toString).allMatch(gone::containsKey);
    }

    /** The products of what is gone of a kind, in the order of the blockers, whatever the order in which they went. */
    List<String> products(Kind kind) {
        return blockers.stream()
                .filter(blocker -> blocker.kind() == kind)
                .map(blocker -> gone.getOrDefault(blocker.toString(), ""))
                .filter(product -> !product.isEmpty())
                .toList();
    }
}
