package io.freshmaker.command.image;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The RPMs that an advisory brings, and what images have of them, in any architecture (spec §7.2, 3 and 4). */
final class AdvisoryRpms {
    private static final String MODULAR = "module+";

    private final Map<String, List<Nvr>> byName;
    private final List<String> names;
    private final Map<String, Optional<Sighting>> sightings =
            new HashMap<>(); // most images contain the same few builds

    /** @param fixes sorted, so that of several the same is named each time */
    AdvisoryRpms(List<Nvr> fixes) {
        this.byName = fixes.stream().collect(groupingBy(Nvr::name, TreeMap::new, toList()));
        this.names = List.copyOf(byName.keySet());
    }

    Set<String> names() {
        return byName.keySet();
    }

    /** What says most about whether the image needs the advisory; empty when it has none of these RPMs. */
    Optional<Sighting> mostTelling(ImageRecord image) {
        MostTelling most = new MostTelling();
        forEachIn(image, most);
        return Optional.ofNullable(most.sighting);
    }

    /** The names that the image has of those in the advisory. */
    Set<String> namesIn(ImageRecord image) {
        Set<String> contained = new HashSet<>();
        forEachIn(image, sighting -> contained.add(names.get(sighting.name())));
        return contained;
    }

    /** Whether an image has RPMs of exactly these names, all of the kind that the advisory has and none of them older (spec §7.5). */
    boolean areFixedIn(ImageRecord image, Set<String> wanted) {
        List<Sighting> others = new ArrayList<>();
        forEachIn(image, sighting -> {
            if (sighting.older() || !sighting.sameKind()) others.add(sighting);
        });
        return others.isEmpty() && namesIn(image).equals(wanted);
    }

    private void forEachIn(ImageRecord image, Consumer<Sighting> action) {
        if (image.rpms() == null) return;
        for (List<Rpm> rpms : image.rpms().values()) {
            for (Rpm rpm : rpms) sighting(rpm.nvr()).ifPresent(action);
        }
    }

    private Optional<Sighting> sighting(Nvr contained) {
        Optional<Sighting> known = sightings.get(contained.value());
        return known == null ? sightings.computeIfAbsent(contained.value(), _ -> compared(contained)) : known;
    }

    /** Compared with those of its own kind, if there are any. What comes from the advisory itself is never too old for it. */
    private Optional<Sighting> compared(Nvr contained) {
        List<Nvr> fixes = byName.getOrDefault(contained.name(), List.of());
        if (fixes.isEmpty()) return Optional.empty();
        boolean modular = isModular(contained);
        List<Nvr> same = fixes.stream().filter(fix -> isModular(fix) == modular).toList();
        List<Nvr> compared = same.isEmpty() ? fixes : same;
        Optional<Nvr> newer = fixes.contains(contained)
                ? Optional.empty()
                : compared.stream()
                        .filter(fix -> RpmVersions.isOlder(contained, fix))
                        .findFirst();
        return Optional.of(new Sighting(
                contained,
                newer.orElse(compared.getFirst()),
                names.indexOf(contained.name()),
                newer.isPresent(),
                !same.isEmpty()));
    }

    private static boolean isModular(Nvr nvr) {
        return nvr.value().contains(MODULAR);
    }

    private static final class MostTelling implements Consumer<Sighting> {
        private @Nullable Sighting sighting;

        @Override
        public void accept(Sighting other) {
            if (sighting == null || other.tellsMoreThan(sighting)) sighting = other;
        }
    }
}
