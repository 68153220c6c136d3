package io.freshmaker.command.handler.image;

import static io.freshmaker.command.handler.image.AdvisoryWorld.ADVISORY;

import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.plan.RebuildPlan;
import io.freshmaker.api.trigger.AdvisoryTrigger;
import io.freshmaker.api.trigger.BotasAdvisoryShipped;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Plans;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.EarlierRebuilds.Rebuilt;
import io.freshmaker.command.port.FakeImageMetadata;
import io.freshmaker.command.port.FakeOperatorBundles;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import io.freshmaker.command.port.FakeShippedImages;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.MemoryBundleManifests;
import io.freshmaker.command.port.MemoryImageBuilds;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.rules.Rules;
import io.freshmaker.command.rules.RulesForTests;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** An advisory of images, what these were rebuilt from, and bundles that refer to images. */
final class BundleWorld {

    static final String BUNDLES = "shop/bundles";

    private static final Instant NOW = Instant.parse("2020-12-25T00:00:00Z");

    final AdvisoryWorld advisories = new AdvisoryWorld();
    final FakeShippedImages shipped = new FakeShippedImages();
    final Map<Nvr, Nvr> origins = new HashMap<>();
    final List<Rebuilt> earlier = new ArrayList<>();
    final FakeImageMetadata images = new FakeImageMetadata().with(FakeImageMetadata.repository(BUNDLES, "latest"));
    final FakeOperatorBundles bundles = new FakeOperatorBundles();
    final MemoryBundleManifests manifests = new MemoryBundleManifests();
    final MemoryImageBuilds builds = new MemoryImageBuilds();
    Rules rules = RulesForTests.EVERYTHING;
    BundleSettings settings = new BundleSettings(true, List.of());

    BundleWorld() {
        advisories.advisory = AdvisoryWorld.advisory("SHIPPED_LIVE", "docker");
    }

    /** An image of the advisory and the published one that it was rebuilt from, each with the digest {@code sha256:<NVR>}. */
    void rebuilt(String original, String rebuilt) {
        origins.put(new Nvr(rebuilt), new Nvr(original));
        published(original);
        bundles.with(new Nvr(rebuilt), digest(rebuilt), false);
    }

    void published(String image) {
        images.with(FakeImageMetadata.image(image, null, FakeImageMetadata.published("shop/images")));
        bundles.with(new Nvr(image), digest(image), true);
    }

    /** One that only we know. */
    void unpublished(String image) {
        images.with(FakeImageMetadata.image(image, null, FakeImageMetadata.unpublished("shop/images")));
        bundles.with(new Nvr(image), digest(image), false);
    }

    void ships(String... rebuilt) {
        shipped.with(ADVISORY, nvrs(List.of(rebuilt)), List.of());
    }

    /** A bundle with the tag for automatic rebuilds that refers to these images. */
    Nvr bundle(String nvr, String... images) {
        return bundle(nvr, FakeImageMetadata.published(BUNDLES, "latest"), Map.of(), images);
    }

    Nvr bundle(String nvr, Placement place, Map<String, String> labels, String... images) {
        Nvr bundle = new Nvr(nvr);
        this.images.with(new ImageRecord(bundle, List.of(place), new TreeSet<>(), null, labels, null));
        bundles.with(bundle, digest(nvr), true);
        bundles.with(new Listed(
                new OperatorBundle(digest(nvr), bundle.name() + ".1.2.3", "1.2.3"),
                true,
                Arrays.stream(images).map(BundleWorld::digest).collect(Collectors.toSet())));
        manifests.with(
                bundle,
                new BundleManifest(
                        true, Arrays.stream(images).map(BundleWorld::pullspec).toList()));
        builds.with(MemoryImageBuilds.image(nvr));
        return bundle;
    }

    static Pullspec pullspec(String image) {
        String name = "registry.example.com/shop/" + new Nvr(image).name();
        return new Pullspec(name + ":v1", name + "@" + digest(image), false, null);
    }

    static String digest(String nvr) {
        return "sha256:" + nvr;
    }

    /** The label of a bundle, by which one is known that somebody names. */
    static Map<String, String> bundleLabel() {
        return Map.of("com.redhat.delivery.operator.bundle", "true");
    }

    /** What follows from a plan. */
    RebuildPlan after(RebuildPlan plan) {
        BundlesOfPlan following = new BundlesOfPlan(
                systems(), settings, AdvisoryWorld.settings(Map.of()), Clock.fixed(NOW, ZoneOffset.UTC));
        return Plans.after(plan, new RebuildBundlesWithImages(following), rules);
    }

    RebuildPlan plan() {
        return plan(new BotasAdvisoryShipped(ADVISORY));
    }

    RebuildPlan plan(AdvisoryTrigger trigger) {
        BundlesOfAdvisory planned = new BundlesOfAdvisory(
                systems(), settings, AdvisoryWorld.settings(Map.of()), Clock.fixed(NOW, ZoneOffset.UTC));
        return Plans.of(new HandleBotasAdvisory(advisories.systems(), planned), rules, trigger);
    }

    private BundleSystems systems() {
        return new BundleSystems(
                () -> shipped,
                () -> this::originsOf,
                () -> _ -> earlier,
                () -> images,
                () -> bundles,
                () -> manifests,
                () -> builds);
    }

    private Map<Nvr, Nvr> originsOf(Collection<Nvr> rebuilt) {
        Map<Nvr, Nvr> found = new HashMap<>(origins);
        found.keySet().retainAll(rebuilt);
        return found;
    }

    static List<Nvr> nvrs(Collection<String> nvrs) {
        return nvrs.stream().map(Nvr::new).toList();
    }
}
