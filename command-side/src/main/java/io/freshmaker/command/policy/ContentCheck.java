package io.freshmaker.command.policy;

import static java.util.stream.Collectors.groupingBy;

import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.artifactbuild.Verification.FoundRpm;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.RpmVersions;
import io.freshmaker.command.port.Rpm;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares what an image contains with what an advisory ships: every RPM in every architecture that has the name of one of the
 * advisory's. It is fine as one of these, or newer than all of them that it can be compared with. What the image does not contain
 * is no fault (decision 25).
 */
final class ContentCheck {

    /** What the NVRs of RPMs of modules have in them (spec §7.2), e.g. {@code tls-1.1-2.module+el8.1.0+4031+3a2f}. */
    private static final String MODULAR = "module+";

    /** For which distribution an RPM was built, e.g. {@code el8} in {@code 5.el8_6}. */
    private static final Pattern DISTRIBUTION = Pattern.compile("(?<![a-z])(?:el|fc)\\d+");

    private ContentCheck() {}

    static Verification verification(
            Nvr image, SortedMap<String, List<Rpm>> contained, long advisory, Collection<Nvr> shipped) {
        Map<String, List<Nvr>> byName = shipped.stream().sorted().distinct().collect(groupingBy(Nvr::name));
        List<FoundRpm> found = contained.entrySet().stream()
                .flatMap(arch -> arch.getValue().stream()
                        .map(Rpm::nvr)
                        .distinct()
                        .sorted(Comparator.naturalOrder())
                        .flatMap(nvr -> found(arch.getKey(), nvr, byName.getOrDefault(nvr.name(), List.of()))))
                .toList();
        return new Verification(image.value(), advisory, List.copyOf(contained.keySet()), found);
    }

    private static Stream<FoundRpm> found(String arch, Nvr nvr, List<Nvr> named) {
        List<Nvr> wanted = comparable(nvr, named);
        if (wanted.isEmpty()) return Stream.empty();
        boolean fine = wanted.contains(nvr) || wanted.stream().allMatch(one -> RpmVersions.isOlder(one, nvr));
        return Stream.of(
                new FoundRpm(arch, nvr.value(), wanted.stream().map(Nvr::value).toList(), fine));
    }

    /**
     * RPMs of modules and others of the same name do not replace each other. Where some are of the same distribution, those of
     * others do not matter.
     */
    private static List<Nvr> comparable(Nvr nvr, List<Nvr> named) {
        List<Nvr> alike =
                named.stream().filter(one -> isModular(one) == isModular(nvr)).toList();
        List<Nvr> same = alike.stream()
                .filter(one -> distribution(one).equals(distribution(nvr)))
                .toList();
        return same.isEmpty() ? alike : same;
    }

    private static String distribution(Nvr nvr) {
        Matcher named = DISTRIBUTION.matcher(nvr.release());
        return named.find() ? named.group() : "";
    }

    private static boolean isModular(Nvr nvr) {
        return nvr.value().contains(MODULAR);
    }
}
