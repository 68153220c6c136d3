package io.freshmaker.benchmarks;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Images in chains of up to eight on twenty base images, all of which an advisory with 300 RPM names fixes. Images without children
 * and half of the others are found by a search; one in twenty has a second stage; one in ten is built from an older release of its
 * parent, in whose place the other one is rebuilt. The same size gives the same images.
 */
final class RandomImageTree {

    /** Names of RPMs in the advisory. */
    static final int NAMES = 300;

    static final String CONTENT_SET = "load-rpms";

    private static final long SEED = 20261126;
    private static final int BASES = 20;
    private static final int DEEPEST = 8;
    private static final int IN_A_BASE = 60;
    private static final int IN_A_LAYER = 10;
    private static final int VERSIONS = 5;
    private static final int OTHER_STAGES = 20;
    private static final int OLD_PARENTS = 10;
    private static final String REGISTRY = "registry.example.com";
    private static final List<String> ARCHES = List.of("aarch64", "x86_64");

    private final Random random = new Random(SEED);
    private final Rpm[][] rpms = new Rpm[ARCHES.size()][NAMES * VERSIONS];
    private final List<Image> images = new ArrayList<>();
    private final BitSet withChildren = new BitSet();

    /** @param contained positions of RPMs, one for each name that it has */
    private record Image(int number, int depth, List<Integer> contained, List<Integer> parents) {}

    RandomImageTree(int size) {
        for (int arch = 0; arch < ARCHES.size(); arch++) {
            for (int at = 0; at < NAMES * VERSIONS; at++) {
                rpms[arch][at] = Rpm.parse("%s.%s".formatted(rpm(at % NAMES, "1", at / NAMES), ARCHES.get(arch)));
            }
        }
        for (int number = 0; number < size; number++) images.add(number < BASES ? base(number) : layer(number));
    }

    /** The NVRs that the advisory brings. */
    static List<Nvr> fixes() {
        return IntStream.range(0, NAMES)
                .mapToObj(name -> new Nvr(rpm(name, "2", 1)))
                .toList();
    }

    RecordedImages recorded() {
        RecordedImages recorded = new RecordedImages();
        for (Image image : images) {
            boolean found = !withChildren.get(image.number) || random.nextBoolean();
            List<Nvr> parents = image.parents.stream()
                    .map(parent -> nvr(parent, parent >= BASES && image.number % OLD_PARENTS == 0 ? 1 : 2))
                    .toList();
            recorded.add(new ImageRepository(REGISTRY, repository(image), true, Set.of(), Set.of("latest")));
            recorded.add(record(image, 2, found ? "latest" : "old"), parents, found);
            if (image.number >= BASES) recorded.add(record(image, 1, "old"), parents, false);
        }
        return recorded;
    }

    private Image base(int number) {
        return new Image(number, 1, drawn(List.of(), IN_A_BASE), List.of());
    }

    private Image layer(int number) {
        List<Integer> parents = new ArrayList<>(List.of(earlier(number)));
        if (random.nextInt(OTHER_STAGES) == 0) parents.add(earlier(number));
        parents.forEach(withChildren::set);
        Image parent = images.get(parents.getFirst());
        int depth =
                parents.stream().mapToInt(one -> images.get(one).depth).max().orElse(0) + 1;
        return new Image(
                number,
                depth,
                drawn(parent.contained, IN_A_LAYER),
                parents.stream().distinct().toList());
    }

    /** One that a further layer fits on. */
    private int earlier(int number) {
        int parent = random.nextInt(number);
        while (images.get(parent).depth >= DEEPEST) parent = random.nextInt(number);
        return parent;
    }

    private List<Integer> drawn(List<Integer> inherited, int more) {
        List<Integer> contained = new ArrayList<>(inherited);
        BitSet names = new BitSet();
        inherited.forEach(at -> names.set(at % NAMES));
        for (int i = 0; i < more; i++) {
            int name = random.nextInt(NAMES);
            if (!names.get(name)) contained.add(name + NAMES * random.nextInt(VERSIONS));
            names.set(name);
        }
        return contained;
    }

    private ImageRecord record(Image image, int release, String tag) {
        TreeMap<String, List<Rpm>> content = new TreeMap<>();
        for (int arch = 0; arch < ARCHES.size(); arch++) {
            Rpm[] known = rpms[arch];
            content.put(
                    ARCHES.get(arch),
                    image.contained.stream().map(at -> known[at]).toList());
        }
        return new ImageRecord(
                nvr(image.number, release),
                List.of(new Placement(REGISTRY, repository(image), true, Set.of(tag))),
                new TreeSet<>(Set.of(CONTENT_SET)),
                null,
                Map.of(),
                content);
    }

    private static String repository(Image image) {
        return "load/image-" + image.number;
    }

    private static Nvr nvr(int number, int release) {
        return new Nvr("image-%d-1-%d".formatted(number, release));
    }

    /** One in ten is of a module. */
    private static String rpm(int name, String version, int release) {
        return "rpm-%d-%s-%d%s".formatted(name, version, release, name % 10 == 0 ? ".module+el9+7" : ".el9");
    }
}
