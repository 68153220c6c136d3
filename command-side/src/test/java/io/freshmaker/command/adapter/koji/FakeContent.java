package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is in the images that a {@link FakeKojiHub} has built: an archive for each architecture, whose list has source RPMs too. */
public final class FakeContent {

    private static final long FIRST_ARCHIVE = 100;

    private final FakeKojiHub hub;
    private final Map<Long, List<Object>> archives = new HashMap<>();
    private final Map<Long, List<Object>> rpms = new HashMap<>();

    public FakeContent(FakeKojiHub hub) {
        this.hub = hub;
        hub.answer(
                "listArchives",
                call -> archives.getOrDefault(((Number) call.params().getFirst()).longValue(), List.of()));
        hub.answer(
                "listRPMs",
                call -> rpms.getOrDefault(
                        new Value(call.params()).at(0).field("imageID").number(), List.of()));
    }

    /** A build that is complete. */
    public FakeContent built(long id, String nvr) {
        hub.build(id, nvr, Map.of("state", 1L));
        return this;
    }

    /** An architecture of a build. */
    public FakeContent with(long build, String arch, Collection<Rpm> contained) {
        long archive = FIRST_ARCHIVE + rpms.size();
        List<Object> listed =
                new ArrayList<>(contained.stream().map(FakeImages::rpm).toList());
        listed.add(FakeImages.rpm(Rpm.parse("source-1-1.src")));
        rpms.put(archive, listed);
        List<Object> all = new ArrayList<>(archives.getOrDefault(build, List.of()));
        all.add(archive(archive, arch));
        archives.put(build, all);
        return this;
    }

    static Map<String, Object> archive(long id, String arch) {
        return Map.of("id", id, "extra", Map.of("image", Map.of("arch", arch)));
    }
}
