package io.freshmaker.benchmarks;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.Rpm;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Images as there may be in a large company: each name in twenty releases, in two architectures, with two hundred RPMs. Packages
 * are as popular as words are: some are in nearly every image, most in a few of a thousand. The same numbers give the same images.
 */
final class ManyImages {

    private static final long SEED = 20_261_126;
    private static final int RELEASES = 20;
    private static final int PUBLISHED = 5;
    private static final int CHILDREN = 8;
    private static final int RPMS = 200;
    private static final int PACKAGES = 20_000;
    private static final List<String> ARCHES = List.of("amd64", "s390x");
    private static final Map<String, String> RPM_ARCHES = Map.of("amd64", "x86_64");

    /** At each place, how many of the wishes for a package are for it or a more popular one. */
    private final double[] popularity = new double[PACKAGES];

    private final int size;

    ManyImages(int size) {
        this.size = size;
        double all = 0;
        for (int i = 0; i < PACKAGES; i++) popularity[i] = all += 1.0 / (i + 1);
    }

    int size() {
        return size;
    }

    /** Those from one number to another. */
    List<ImageRecord> from(int first, int end) {
        return IntStream.range(first, Math.min(end, size)).mapToObj(this::image).toList();
    }

    /** The name of a package, each as often as it is in an image. */
    String popularPackage(Random random) {
        int[] packages = packages(random.nextInt(size) / RELEASES);
        return name(packages[random.nextInt(packages.length)]);
    }

    /** The name of a package that some image has, each as often. */
    String anyPackage(Random random) {
        return name(random.nextInt(PACKAGES));
    }

    private ImageRecord image(int number) {
        int release = number % RELEASES;
        List<Nvr> builds = builds(packages(number / RELEASES), release);
        TreeMap<String, List<Rpm>> rpms = new TreeMap<>();
        for (String arch : ARCHES) {
            String own = RPM_ARCHES.getOrDefault(arch, arch);
            rpms.put(arch, builds.stream().map(build -> new Rpm(build, own)).toList());
        }
        Placement place = new Placement(
                "registry.example.com",
                "apps/image-" + number / RELEASES,
                release >= RELEASES - PUBLISHED,
                Set.of("1." + release, "latest"));
        return new ImageRecord(
                nvr(number / RELEASES, release),
                List.of(place),
                new TreeSet<>(ARCHES.stream()
                        .map(arch -> "base-for-" + arch + "-rpms")
                        .toList()),
                parent(number / RELEASES, release),
                Map.of("name", "apps/image-" + number / RELEASES, "release", String.valueOf(release)),
                Collections.unmodifiableSortedMap(rpms));
    }

    private static List<Nvr> builds(int[] packages, int release) {
        return Arrays.stream(packages)
                .mapToObj(one -> new Nvr(name(one) + "-1." + one % 10 + "-" + (one + release) % RELEASES + ".el9"))
                .toList();
    }

    private int[] packages(int image) {
        Random random = new Random(SEED + image);
        BitSet packages = new BitSet(PACKAGES);
        while (packages.cardinality() < RPMS) packages.set(ranked(random.nextDouble() * popularity[PACKAGES - 1]));
        return packages.stream().toArray();
    }

    private int ranked(double wish) {
        int place = Arrays.binarySearch(popularity, wish);
        return Math.min(place < 0 ? -place - 1 : place, PACKAGES - 1);
    }

    private static @Nullable Nvr parent(int image, int release) {
        return image == 0 ? null : nvr(image / CHILDREN, release);
    }

    private static Nvr nvr(int image, int release) {
        return new Nvr("image-%d-container-1-%d".formatted(image, release));
    }

    private static String name(int number) {
        return "package-" + number;
    }
}
