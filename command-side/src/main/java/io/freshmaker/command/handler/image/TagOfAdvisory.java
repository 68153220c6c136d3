package io.freshmaker.command.handler.image;

import static java.util.stream.Collectors.joining;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.AdvisoryContent;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where packages are taken from while an advisory is not shipped: the tag with which all its builds are the latest (spec §9.3).
 *
 * @param compose of that tag; nothing where none is needed or there is none
 * @param flaw why no image can be built where there should be one
 */
record TagOfAdvisory(
        Optional<ComposeRequest> compose, @Nullable Reason flaw) {

    static final TagOfAdvisory NOT_NEEDED = new TagOfAdvisory(Optional.empty(), null);

    private static final String CANDIDATE = "-candidate";

    /** Of several tags the first build's first one counts, in the order of their names, without {@value #CANDIDATE} before with it. */
    static TagOfAdvisory find(long advisory, AdvisoryContent content, AdvisorySystems systems) {
        List<Nvr> builds = content.sources().isEmpty() ? content.builds() : content.sources();
        Map<String, Set<Nvr>> latest = new HashMap<>();
        List<SequencedSet<String>> tags = builds.stream()
                .map(build -> tagsOf(build, builds, latest, systems))
                .toList();
        SequencedSet<String> all = new LinkedHashSet<>();
        tags.forEach(all::addAll);
        if (all.isEmpty()) return flawed(ReasonCode.NOT_LATEST_IN_TAG, advisory, "builds", builds);
        return all.stream()
                .filter(tag -> tags.stream().allMatch(ofBuild -> ofBuild.contains(tag)))
                .findFirst()
                .map(tag -> new TagOfAdvisory(Optional.of(ComposeRequest.ofTag(tag, names(content.rpms()))), null))
                .orElseGet(() -> flawed(ReasonCode.DIFFERENT_TAGS, advisory, "tags", new TreeSet<>(all)));
    }

    /** Those with which this build is the latest. */
    private static SequencedSet<String> tagsOf(
            Nvr build, List<Nvr> builds, Map<String, Set<Nvr>> latest, AdvisorySystems systems) {
        List<String> has = systems.tags().tagsOf(build.value());
        return has.stream()
                .filter(tag -> tag.endsWith(CANDIDATE))
                .sorted()
                .flatMap(tag -> Stream.of(tag.substring(0, tag.length() - CANDIDATE.length()), tag))
                .filter(has::contains)
                .filter(tag -> latest.computeIfAbsent(
                                tag, name -> systems.latest().latestIn(name, names(builds)))
                        .contains(build))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static TagOfAdvisory flawed(ReasonCode code, long advisory, String what, Collection<?> which) {
        String all = which.stream().map(Object::toString).collect(joining(", "));
        return new TagOfAdvisory(
                Optional.empty(), new Reason(code, Map.of("advisory", String.valueOf(advisory), what, all)));
    }

    private static Set<String> names(Collection<Nvr> nvrs) {
        return nvrs.stream().map(Nvr::name).collect(Collectors.toCollection(TreeSet::new));
    }
}
