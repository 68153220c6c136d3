package io.freshmaker.standalone.simulation.image;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltContent;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.BuiltImageSource;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.standalone.simulation.build.OutsideCalls;
import io.freshmaker.standalone.simulation.image.ImageWorld.Image;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Knows the images of an {@link ImageWorld}, as one process asks; in no order that anybody could count on. */
public final class SimulatedImages implements ImageMetadata, BuiltImageSource, BuiltContent {

    private static final String REGISTRY = "registry.example.com";
    private static final Set<String> TAGS = Set.of("latest");
    private static final Set<String> CATEGORIES = Set.of("Generally Available");
    /** Of the compose that every image was built with; see {@link ComposeFarm}. */
    private static final List<Long> COMPOSES = List.of(ComposeFarm.OF_ALL_IMAGES);

    private final ImageWorld world;
    private final OutsideCalls pyxis;
    private final OutsideCalls koji;

    public SimulatedImages(ImageWorld world, OutsideCalls calls) {
        this.world = world;
        this.pyxis = calls.to("pyxis");
        this.koji = calls.to("koji");
    }

    @Override
    public List<ImageRepository> repositories(boolean publishedOnly) {
        return pyxis.call(
                "repositories",
                () -> world.images().stream()
                        .map(image -> new ImageRepository(REGISTRY, repository(image), true, CATEGORIES, TAGS))
                        .toList());
    }

    @Override
    public List<ImageRecord> tagged(
            Collection<ImageRepository> repositories,
            boolean publishedOnly,
            Set<String> contentSets,
            Set<String> rpmNames) {
        return pyxis.call(
                "images with " + rpmNames,
                () -> records(world.images().stream()
                        .filter(image -> image.packages().stream().anyMatch(rpmNames::contains))
                        .toList()));
    }

    @Override
    public List<ImageRecord> withNvrs(Collection<Nvr> nvrs) {
        return pyxis.call("images " + nvrs, () -> records(world.withNvrs(nvrs)));
    }

    @Override
    public List<ImageRecord> releasesOf(String name, String version) {
        return pyxis.call(
                "releases of " + name + "-" + version,
                () -> records(world.named(name).stream().toList()));
    }

    @Override
    public Map<Nvr, BuiltImage> built(Collection<Nvr> nvrs) {
        return koji.call("how images were built", () -> ImageWorld.byNvr(world.withNvrs(nvrs), SimulatedImages::built));
    }

    @Override
    public SortedMap<String, List<Rpm>> rpmsOf(Nvr image) {
        return koji.call(
                "RPMs of " + image,
                () -> world.named(image.name())
                        .<SortedMap<String, List<Rpm>>>map(one -> new TreeMap<>(ImageWorld.inOneArch(one.rebuilt())))
                        .orElseGet(TreeMap::new));
    }

    private static List<ImageRecord> records(List<Image> images) {
        List<ImageRecord> records =
                new ArrayList<>(images.stream().map(SimulatedImages::record).toList());
        Collections.sort(records, (one, other) -> one.nvr().compareTo(other.nvr()));
        return records;
    }

    private static ImageRecord record(Image image) {
        return new ImageRecord(
                image.nvr(),
                List.of(new Placement(REGISTRY, repository(image), image.published(), TAGS)),
                new TreeSet<>(List.of(ImageWorld.SHARED_SET, image.contentSet())),
                image.parents().isEmpty() ? null : image.parents().getFirst(),
                image.hotfix() ? Map.of("com.redhat.hotfix", "true") : Map.of(),
                new TreeMap<>(ImageWorld.inOneArch(image.rpms())));
    }

    private static BuiltImage built(Image image) {
        Source source = new Source(
                "container/" + image.name(), "f41", "%040x".formatted(image.index() + 1), "f41-container-candidate");
        return new BuiltImage(image.nvr(), source, image.parents(), false, List.of("x86_64"), COMPOSES, false, null);
    }

    private static String repository(Image image) {
        return "shelf/" + image.name();
    }
}
