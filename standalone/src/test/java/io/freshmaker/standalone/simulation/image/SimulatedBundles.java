package io.freshmaker.standalone.simulation.image;

import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.port.OperatorBundles;
import io.freshmaker.standalone.simulation.build.OutsideCalls;
import io.freshmaker.standalone.simulation.image.ImageWorld.Image;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Knows the bundle of an {@link ImageWorld} that has one, as one process asks. Where there is none, nobody is asked. */
public final class SimulatedBundles implements OperatorBundles {

    private static final String VERSION = "1.2.3";

    private final ImageWorld world;
    private final KnownDigests digests;
    private final OutsideCalls pyxis;
    private final OutsideCalls koji;

    /** @param digests what everybody is told of them */
    public SimulatedBundles(ImageWorld world, KnownDigests digests, OutsideCalls calls) {
        this.world = world;
        this.digests = digests;
        this.pyxis = calls.to("pyxis");
        this.koji = calls.to("koji");
    }

    @Override
    public List<OperatorBundle> referringTo(Collection<String> wanted) {
        return pyxis.call(
                "bundles with " + wanted,
                () -> world.bundle().stream()
                        .filter(bundle -> world.operands().stream()
                                .map(operand -> KnownDigests.of(operand.nvr()))
                                .anyMatch(wanted::contains))
                        .map(bundle -> new OperatorBundle(
                                KnownDigests.of(bundle.nvr()), bundle.name() + "." + VERSION, VERSION))
                        .toList());
    }

    @Override
    public Map<Nvr, OperatorBundle> bundlesIn(Collection<Nvr> images) {
        return Map.of(); // nobody names one here
    }

    @Override
    public Map<String, Nvr> imagesWith(Collection<String> wanted) {
        return pyxis.call(
                "images with " + wanted,
                () -> world.images().stream()
                        .map(Image::nvr)
                        .filter(nvr -> wanted.contains(KnownDigests.of(nvr)))
                        .collect(Collectors.toMap(KnownDigests::of, nvr -> nvr)));
    }

    @Override
    public Map<Nvr, List<ManifestList>> manifestsOf(Collection<Nvr> images) {
        if (world.bundle().isEmpty()) return Map.of();
        return pyxis.call("digests of " + images, () -> {
            Map<Nvr, List<ManifestList>> known = new TreeMap<>();
            images.forEach(image -> digest(image).ifPresent(one -> known.put(image, List.of(one))));
            return known;
        });
    }

    /** What Koji says of them. */
    public Map<Nvr, BundleManifest> of(Collection<Nvr> bundles) {
        return koji.call(
                "what bundles refer to",
                () -> world.bundle().stream()
                        .filter(bundle -> bundles.contains(bundle.nvr()))
                        .collect(Collectors.toMap(
                                Image::nvr,
                                _ -> new BundleManifest(
                                        true,
                                        world.operands().stream()
                                                .map(operand -> original(operand.nvr()))
                                                .toList()))));
    }

    private static Pullspec original(Nvr image) {
        String tagged = "registry.example.com/shelf/%s:v1".formatted(image.name());
        return new Pullspec(tagged, pullspec(image, KnownDigests.of(image)), false, null);
    }

    /** How a bundle names an image by a digest. */
    public static String pullspec(Nvr image, String digest) {
        return "registry.example.com/shelf/%s@%s".formatted(image.name(), digest);
    }

    private Optional<ManifestList> digest(Nvr image) {
        boolean published =
                world.named(image.name()).filter(one -> one.nvr().equals(image)).isPresent();
        return published
                ? Optional.of(new ManifestList(KnownDigests.of(image), true))
                : digests.now(image).map(digest -> new ManifestList(digest, false));
    }
}
