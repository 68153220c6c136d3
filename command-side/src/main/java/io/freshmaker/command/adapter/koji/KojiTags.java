package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuildTags;
import io.freshmaker.command.port.LatestBuilds;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which builds have which tags. */
public final class KojiTags implements BuildTags, LatestBuilds {

    private static final String HISTORY = "tag_listing";

    private final KojiHub hub;

    KojiTags(KojiHub hub) {
        this.hub = hub;
    }

    /** The tags that a build has now; none for a build that Koji does not know. */
    @Override
    public List<String> tagsOf(String nvr) {
        return hub.ask("getBuild", nvr)
                .field("id")
                .numberIfAny()
                .map(id -> hub.ask("listTags", Call.named(Map.of("build", id))))
                .map(tags -> tags.list().stream()
                        .map(tag -> tag.field("name").text())
                        .toList())
                .orElse(List.of());
    }

    /** A tag that Koji does not know has no builds. */
    @Override
    public Set<Nvr> latestIn(String tag, Collection<String> packages) {
        return Bulk.ofAll(hub).ask(packages, name -> latest(tag, name)).values().stream()
                .flatMap(builds -> builds.list().stream())
                .map(build -> build.field("nvr").nvr())
                .collect(Collectors.toSet());
    }

    private static Call latest(String tag, String name) {
        return Call.of("listTagged", tag, Call.named(Map.of("latest", true, "inherit", false, "package", name)));
    }

    /** The ids of the newest image build of each package in a tag, not in those that it inherits from. */
    List<Long> latestImages(String tag) {
        Map<String, Object> images = Call.named(Map.of("latest", true, "inherit", false, "type", "image"));
        return hub.ask("listTagged", tag, images).list().stream()
                .map(build -> build.field("build_id").number())
                .toList();
    }

    /**
     * What got one of these tags since then, oldest first, also if it has it no more. Asked of the history of tags: the list of a
     * tag is as long as the tag is old, and a build may get a tag long after it was built.
     */
    List<TaggedBuild> taggedSince(Collection<String> tags, Instant from) {
        long before = lastEventBefore(from);
        List<Call> calls = tags.stream().map(tag -> history(tag, before)).toList();
        return hub.askAll(calls).stream()
                .map(reply -> reply.value("queryHistory"))
                .flatMap(history -> history.field(HISTORY).list().stream())
                .flatMap(KojiTags::tagged)
                .filter(build -> !build.at().isBefore(from))
                .sorted(Comparator.comparing(TaggedBuild::at))
                .toList();
    }

    private static Call history(String tag, long after) {
        return Call.of("queryHistory", Call.named(Map.of("tables", List.of(HISTORY), "tag", tag, "afterEvent", after)));
    }

    /** Koji's moments by number, which no time zone changes; 0 where nothing had happened yet. */
    private long lastEventBefore(Instant moment) {
        return hub.ask("getLastEvent", moment.getEpochSecond())
                .field("id")
                .numberIfAny()
                .orElse(0L);
    }

    /** A row whose build got the tag earlier and lost it since has an old moment. */
    private static Stream<TaggedBuild> tagged(Value row) {
        String nvr = Stream.of("name", "version", "release")
                .map(part -> row.field(part).text())
                .reduce((start, part) -> start + "-" + part)
                .orElseThrow();
        Optional<Instant> at = row.field("create_ts").momentIfAny();
        return at.map(moment -> new TaggedBuild(nvr, row.field("tag.name").text(), moment)).stream();
    }
}
