package io.freshmaker.standalone.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A made-up world: images with up to four parents each, none of which comes later in the list. Those without parents contain
 * every package, others a random one, all in the version 1.0; updates bring 1.1. Some images cannot be built.
 */
public final class RandomImages {

    private static final List<String> PACKAGES = List.of("kettle", "teapot", "saucer");

    private final List<Image> images = new ArrayList<>();

    private record Image(int index, List<Integer> parents, Set<String> contains, boolean broken) {

        String name() {
            return "img-%04d-container".formatted(index);
        }

        String nvr() {
            return name() + "-1-7";
        }
    }

    /** @param broken the share of images that cannot be built, 0 to 1 */
    public RandomImages(Random random, int count, double broken) {
        for (int index = 0; index < count; index++) images.add(image(random, index, broken));
    }

    /** The packages that have an update. */
    public List<String> packages() {
        return PACKAGES;
    }

    /** The build of a package that its update brings. */
    public static String updatedBuild(String name) {
        return name + "-1.1-1.fc41";
    }

    /** The catalog file (contract §5). */
    public String catalog() {
        String all = images.stream().map(this::entry).collect(Collectors.joining());
        String updates = PACKAGES.stream()
                .map(name -> "  - build: %s\n    rpms: [%s.x86_64]\n".formatted(updatedBuild(name), updatedBuild(name)))
                .collect(Collectors.joining());
        return "images:\n" + all + "updates:\n" + updates;
    }

    /** Every image may be rebuilt. */
    public static String rules() {
        return "allow:\n  global:\n    image: {name: \".*\"}\n    module: {name: \".*\"}\n";
    }

    /** The names of the images that cannot be built. */
    public Set<String> broken() {
        return images.stream().filter(Image::broken).map(Image::name).collect(Collectors.toSet());
    }

    /** The names of the images that an update of a package rebuilds: those that contain it, and what is built from those. */
    public Set<String> affectedBy(String updated) {
        Set<Integer> affected = new HashSet<>();
        for (Image image : images) {
            boolean hit = image.contains().contains(updated)
                    || image.parents().stream().anyMatch(affected::contains);
            if (hit) affected.add(image.index());
        }
        return names(affected);
    }

    /** Of those that an update rebuilds, the names of the images that will be built: neither broken nor built from such. */
    public Set<String> builtAfter(String updated) {
        Set<String> affected = affectedBy(updated);
        Set<Integer> lost = new HashSet<>();
        for (Image image : images) {
            boolean hit = image.broken() || image.parents().stream().anyMatch(lost::contains);
            if (hit && affected.contains(image.name())) lost.add(image.index());
        }
        Set<String> built = new HashSet<>(affected);
        built.removeAll(names(lost));
        return built;
    }

    private static Image image(Random random, int index, double broken) {
        int wanted = Math.min(index, random.nextInt(5));
        List<Integer> parents = IntStream.generate(() -> random.nextInt(Math.max(1, index)))
                .limit(wanted)
                .distinct()
                .boxed()
                .toList();
        Set<String> contains =
                parents.isEmpty() ? Set.copyOf(PACKAGES) : Set.of(PACKAGES.get(random.nextInt(PACKAGES.size())));
        return new Image(index, parents, contains, random.nextDouble() < broken);
    }

    private String entry(Image image) {
        String parents =
                image.parents().stream().map(parent -> images.get(parent).nvr()).collect(Collectors.joining(", "));
        String rpms = image.contains().stream()
                .sorted()
                .map(name -> name + "-1.0-1.fc41.x86_64")
                .collect(Collectors.joining(", "));
        return """
              - nvr: %s
                repository: container/%s
                branch: f41
                commit: %040x
                target: f41-container-candidate
                parents: [%s]
                rpms: [%s]
                published: true
            """.formatted(image.nvr(), image.name(), image.index() + 1, parents, rpms);
    }

    private Set<String> names(Set<Integer> indexes) {
        return indexes.stream().map(images::get).map(Image::name).collect(Collectors.toSet());
    }
}
