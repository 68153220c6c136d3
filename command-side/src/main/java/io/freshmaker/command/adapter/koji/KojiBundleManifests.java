package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.BundleManifests;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The images that bundles refer to, as OSBS has told them of their builds: {@code extra.image.operator_manifests} (spec §7.9, 5). */
record KojiBundleManifests(KojiHub hub) implements BundleManifests {

    @Override
    public Map<Nvr, BundleManifest> of(Collection<Nvr> bundles) {
        Map<Nvr, BundleManifest> manifests = new TreeMap<>();
        Bulk.ofAll(hub)
                .ask("getBuild", bundles.stream().map(Nvr::value).toList())
                .forEach((nvr, build) -> {
                    Value images = build.path("extra", "image", "operator_manifests", "related_images");
                    if (images.isMap()) manifests.put(new Nvr(nvr), manifest(images));
                });
        return manifests;
    }

    private static BundleManifest manifest(Value images) {
        return new BundleManifest(
                images.field("created_by_osbs").isTrue(),
                images.field("pullspecs").list().stream()
                        .map(KojiBundleManifests::pullspec)
                        .toList());
    }

    private static Pullspec pullspec(Value told) {
        return new Pullspec(
                told.field("original").text(),
                told.field("new").text(),
                told.field("pinned").isTrue(),
                null);
    }
}
