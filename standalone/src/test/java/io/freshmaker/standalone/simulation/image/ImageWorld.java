package io.freshmaker.standalone.simulation.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Rpm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An advisory, and images that contain what it fixes, or do not: each built from up to two others, some with RPMs of their own,
 * some that need a compose, are hotfixes, cannot be built, or do not contain the fix once they are.
 */
public final class ImageWorld {

    /** Its number. */
    public static final long ADVISORY = 28484;

    /** The state of its own words that nobody can make a compose of. */
    static final String UNKNOWN_SET = "no-such-rpms";

    static final String SHARED_SET = "common-rpms";

    private static final List<String> PACKAGES = List.of("kettle", "saucer", "teapot");
    private static final List<String> FIXED = PACKAGES.subList(0, 2);
    private static final String ARCH = "x86_64";

    private final List<Image> images;
    private final boolean withBundle;

    /** One of them. */
    record Image(
            int index,
            List<Nvr> parents,
            Set<String> packages,
            String contentSet,
            boolean published,
            boolean hotfix,
            boolean broken,
            boolean unfixable) {

        String name() {
            return "shelf-%02d-container".formatted(index);
        }

        Nvr nvr() {
            return new Nvr(name() + "-1-7");
        }

        /** As it is before the rebuild. */
        List<Rpm> rpms() {
            return rpms(_ -> false);
        }

        /** As it is when it is rebuilt. */
        List<Rpm> rebuilt() {
            return rpms(FIXED::contains);
        }

        private List<Rpm> rpms(Predicate<String> fixed) {
            return packages.stream()
                    .map(name -> rpm(name, fixed.test(name) && !unfixable ? "1.1" : "1.0"))
                    .toList();
        }
    }

    private ImageWorld(List<Image> images, boolean withBundle) {
        this.images = List.copyOf(images);
        this.withBundle = withBundle;
    }

    /** Without any image. */
    public static ImageWorld empty() {
        return new ImageWorld(List.of(), false);
    }

    /** So many images that all need the advisory, and a bundle that refers to each of them. */
    public static ImageWorld shop(int operands) {
        List<Image> images = new ArrayList<>();
        for (int index = 0; index < operands; index++) images.add(sound(index, new TreeSet<>(PACKAGES)));
        images.add(sound(operands, Set.of()));
        return new ImageWorld(images, true);
    }

    public static ImageWorld random(Random random, int count) {
        List<Image> images = new ArrayList<>();
        for (int index = 0; index < count; index++) images.add(image(random, index, images));
        return new ImageWorld(images, false);
    }

    /** The names of those that cannot be built. */
    public Set<String> broken() {
        return images.stream().filter(Image::broken).map(Image::name).collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return images.isEmpty();
    }

    /** The last of its images, where it has a bundle. */
    Optional<Image> bundle() {
        return withBundle ? Optional.of(images.getLast()) : Optional.empty();
    }

    /** What the bundle refers to. */
    List<Image> operands() {
        return withBundle ? images.subList(0, images.size() - 1) : List.of();
    }

    List<Image> images() {
        return images;
    }

    List<Image> withNvrs(Collection<Nvr> nvrs) {
        return images.stream().filter(image -> nvrs.contains(image.nvr())).toList();
    }

    /** That of this name, which has one version only. */
    Optional<Image> named(String name) {
        return images.stream().filter(image -> image.name().equals(name)).findFirst();
    }

    /** The NVRs of the RPMs that the advisory brings. */
    static List<Nvr> fixes() {
        return FIXED.stream().map(name -> rpm(name, "1.1").nvr()).toList();
    }

    /** In one architecture. */
    static <T> Map<String, T> inOneArch(T content) {
        return Map.of(ARCH, content);
    }

    private static Rpm rpm(String name, String version) {
        return Rpm.parse("%s-%s-1.el9.%s".formatted(name, version, ARCH));
    }

    private static Image sound(int index, Set<String> packages) {
        return new Image(index, List.of(), packages, SHARED_SET, true, false, false, false);
    }

    private static Image image(Random random, int index, List<Image> earlier) {
        List<Image> parents = IntStream.generate(() -> random.nextInt(Math.max(1, index)))
                .limit(Math.min(index, random.nextInt(3)))
                .distinct()
                .mapToObj(earlier::get)
                .toList();
        Set<String> packages = new TreeSet<>(parents.isEmpty() ? PACKAGES : List.of());
        parents.forEach(parent -> packages.addAll(parent.packages()));
        if (random.nextInt(3) == 0) packages.add(PACKAGES.get(random.nextInt(PACKAGES.size())));
        int set = random.nextInt(8);
        return new Image(
                index,
                parents.stream().map(Image::nvr).toList(),
                packages,
                set == 0 ? UNKNOWN_SET : set < 4 ? "set-%d-rpms".formatted(set) : SHARED_SET,
                true,
                random.nextInt(12) == 0,
                random.nextInt(10) == 0,
                random.nextInt(10) == 0);
    }

    /** For who looks things up by their NVRs. */
    static <T> Map<Nvr, T> byNvr(List<Image> images, Function<Image, T> look) {
        return images.stream().collect(Collectors.toMap(Image::nvr, look));
    }
}
