package io.freshmaker.command.handler.image;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.image.RpmVersions;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.port.UnbuiltImage;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The RPMs of an update, and what they mean to an image. */
final class UpdatedRpms {
    private final String update;
    private final Map<String, List<Rpm>> byName;
    private final Map<Rpm, Optional<Rpm>> newer = new HashMap<>(); // most images of a plan contain the same few builds

    UpdatedRpms(String update, List<Rpm> rpms) {
        this.update = update;
        this.byName = rpms.stream()
                .sorted(Comparator.comparing(Rpm::toString))
                .collect(groupingBy(Rpm::name, TreeMap::new, toList()));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** {@code RPM_UPDATED} when it contains any of them in an older version than any in the update, else {@code NOT_OLDER}. */
    Reason verdictOn(KnownImage image) {
        List<Rpm> contained = image.rpms().stream()
                .filter(rpm -> byName.containsKey(rpm.name()))
                .toList();
        for (Rpm rpm : contained) {
            Optional<Rpm> update = newer.computeIfAbsent(rpm, this::newerThan);
            if (update.isPresent()) return reason(ReasonCode.RPM_UPDATED, rpm, update.get());
        }
        Rpm first = contained.getFirst();
        return reason(ReasonCode.NOT_OLDER, first, updatesOf(first).getFirst());
    }

    /** {@code RPM_UPDATED} always: with which version it was built is not known, so it may be an older one (spec §7.2). */
    Reason verdictOn(UnbuiltImage image) {
        Rpm updated = image.rpms().stream()
                .flatMap(name -> byName.getOrDefault(name, List.of()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(image.name() + " has nothing of " + update));
        return new Reason(
                ReasonCode.RPM_UPDATED, Map.of("update", update, "rpm", updated.name(), "updated", updated.toString()));
    }

    private Optional<Rpm> newerThan(Rpm contained) {
        return updatesOf(contained).stream()
                .filter(update -> RpmVersions.isOlder(contained.nvr(), update.nvr()))
                .findFirst();
    }

    private List<Rpm> updatesOf(Rpm contained) {
        return byName.getOrDefault(contained.name(), List.of());
    }

    private Reason reason(ReasonCode code, Rpm contained, Rpm updated) {
        return new Reason(
                code,
                Map.of(
                        "update", update,
                        "rpm", contained.name(),
                        "contained", contained.toString(),
                        "updated", updated.toString()));
    }
}
