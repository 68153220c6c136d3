package io.freshmaker.api.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.freshmaker.api.value.ComposeId;
import io.freshmaker.api.value.EventId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A repository that a build needs and that has to be made first (spec §9.3). Lists are sorted, so that equal wishes are equal.
 *
 * @param source content sets, a tag or modules, blank-separated; empty for named builds
 * @param packages names of RPMs that it may hold; none: all
 * @param builds NVRs of the builds that it is made of
 * @param arches none: as ODCS likes
 */
public record ComposeRequest(
        ComposeType type,
        String source,
        List<String> packages,
        List<String> builds,
        List<String> arches,
        List<String> flags) {

    public ComposeRequest {
        packages = sorted(packages);
        builds = sorted(builds);
        arches = sorted(arches);
        flags = sorted(flags);
    }

    /** Content sets that the composes of the original build lack. */
    public static ComposeRequest ofContentSets(Collection<String> contentSets) {
        String source = String.join(" ", sorted(contentSets));
        return new ComposeRequest(
                ComposeType.PULP, source, List.of(), List.of(), List.of(), List.of("use_only_compatible_arch"));
    }

    /** The RPMs of an image that is not published; {@code builds} are NVRs of source RPMs. */
    public static ComposeRequest ofBuilds(
            Collection<String> builds, Collection<String> packages, Collection<String> arches) {
        return new ComposeRequest(
                ComposeType.BUILD,
                "",
                List.copyOf(packages),
                List.copyOf(builds),
                List.copyOf(arches),
                List.of("no_deps"));
    }

    /** Packages of an advisory that is not shipped yet, from a tag. */
    public static ComposeRequest ofTag(String tag, Collection<String> packages) {
        return new ComposeRequest(
                ComposeType.TAG, tag, List.copyOf(packages), List.of(), List.of(), List.of("no_deps"));
    }

    /** Builds of modules, {@code name:stream:version:context}. */
    public static ComposeRequest ofModules(Collection<String> builds, Collection<String> arches) {
        String source = String.join(" ", sorted(builds));
        return new ComposeRequest(ComposeType.MODULE, source, List.of(), List.of(), List.copyOf(arches), List.of());
    }

    /** What makes two wishes the same one, whoever has them. */
    @JsonIgnore
    public String content() {
        return String.join(
                "/",
                type.name().toLowerCase(Locale.ROOT),
                source,
                String.join(",", packages),
                String.join(",", builds),
                String.join(",", arches),
                String.join(",", flags));
    }

    /** The wish of one Event. */
    public ComposeId idIn(EventId event) {
        return ComposeId.of(event, content());
    }

    private static List<String> sorted(Collection<String> texts) {
        return texts.stream().distinct().sorted().toList();
    }
}
