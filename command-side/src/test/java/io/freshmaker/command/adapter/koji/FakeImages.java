package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.KnownImage;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Images that a {@link FakeKojiHub} has in one tag, with their tasks, archives and RPMs. */
final class FakeImages {

    static final String TAG = "f42-container";
    private static final long ARCHIVES = 1000;

    private final FakeKojiHub hub;
    private final List<Object> tagged = new ArrayList<>();
    private final Map<Long, List<Rpm>> rpms = new HashMap<>();
    private final Map<Nvr, Long> ids = new HashMap<>();

    FakeImages(FakeKojiHub hub) {
        this.hub = hub;
        hub.answer("listTagged", _ -> tagged);
        hub.answer("listArchives", call -> archives(((Number) call.params().getFirst()).longValue()));
        hub.answer(
                "listRPMs",
                call -> listed(new Value(call.params()).at(0).field("imageID").number() - ARCHIVES));
    }

    /** The archives of other architectures come first, and have no RPMs. */
    private static List<Object> archives(long build) {
        return List.of(
                Map.of("id", build, "extra", Map.of("image", Map.of("arch", "aarch64"))),
                Map.of("id", ARCHIVES + build, "extra", Map.of("image", Map.of("arch", "x86_64"))));
    }

    private List<Object> listed(long build) {
        return rpms.getOrDefault(build, List.of()).stream()
                .<Object>map(FakeImages::rpm)
                .toList();
    }

    static Map<String, Object> rpm(Rpm rpm) {
        return Map.of(
                "name", rpm.name(),
                "version", rpm.nvr().version(),
                "release", rpm.nvr().release(),
                "arch", rpm.arch());
    }

    FakeImages with(KnownImage image) {
        long id = id(image.nvr());
        String source = "git://pkgs.example/%s#%s"
                .formatted(image.source().repository(), image.source().commit());
        FakeTask task = hub.add(
                source,
                String.valueOf(image.source().target()),
                Map.of("git_branch", image.source().branch()));
        hub.build(id, image.nvr().value(), Map.of("task_id", task.id, "extra", Map.of("image", parents(image))));
        rpms.put(id, image.rpms());
        tagged.add(Map.of("build_id", id, "nvr", image.nvr().value()));
        return this;
    }

    /** Nothing in the tag any more. */
    void untagAll() {
        tagged.clear();
    }

    private Map<String, Object> parents(KnownImage image) {
        if (image.parents().isEmpty()) return Map.of("parent_build_id", Nil.NIL, "parent_image_builds", Map.of());
        Map<String, Object> all = new LinkedHashMap<>();
        image.parents()
                .forEach(parent ->
                        all.put("registry.example/" + parent, Map.of("id", id(parent), "nvr", parent.value())));
        return Map.of("parent_build_id", id(image.parents().getLast()), "parent_image_builds", all);
    }

    private long id(Nvr nvr) {
        return ids.computeIfAbsent(nvr, _ -> ids.size() + 1L);
    }
}
