package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BundleManifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Operator bundles that a {@link FakeKojiHub} has built, with their tasks and archives. */
public final class FakeBundles {

    private final FakeKojiHub hub;
    private long last;

    public FakeBundles(FakeKojiHub hub) {
        this.hub = hub;
        hub.answer("listArchives", _ -> List.of(Map.of("id", 1L, "extra", Map.of("image", Map.of("arch", "x86_64")))));
    }

    public FakeBundles with(Nvr bundle, BundleManifest manifest) {
        FakeTask task = hub.add(
                "git://pkgs.example/container/%s#c0ffee".formatted(bundle.name()),
                "shop-candidate",
                Map.of("git_branch", "shop-1"));
        Map<String, Object> build = new HashMap<>(extra(manifest));
        build.put("task_id", task.id);
        hub.build(++last, bundle.value(), build);
        return this;
    }

    /** What OSBS tells of a build's pullspecs. */
    static Map<String, Object> extra(BundleManifest manifest) {
        Map<String, Object> images = Map.of(
                "created_by_osbs",
                manifest.managed(),
                "pullspecs",
                manifest.pullspecs().stream().map(FakeBundles::told).toList());
        return Map.of("extra", Map.of("image", Map.of("operator_manifests", Map.of("related_images", images))));
    }

    private static Map<String, Object> told(Pullspec pullspec) {
        return Map.of("original", pullspec.original(), "new", pullspec.current(), "pinned", pullspec.pinned());
    }
}
