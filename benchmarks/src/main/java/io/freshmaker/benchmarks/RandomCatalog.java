package io.freshmaker.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A catalog of families of images. All images of a family contain the family's RPM in an old version, and each is built from up
 * to three earlier ones, so that one update of the RPM rebuilds the whole family. The same sizes give the same catalog.
 */
final class RandomCatalog {

    private static final long SEED = 20261122;
    private static final int MOST_PARENTS = 3;
    /** One in so many has no parent. */
    private static final int ROOTS = 50;

    private final Random random = new Random(SEED);
    private final StringBuilder images = new StringBuilder();
    private final StringBuilder updates = new StringBuilder();

    /** Adds a family of so many images. */
    RandomCatalog with(String family, int size) {
        for (int i = 0; i < size; i++) images.append(image(family, i));
        updates.append("  - {build: %s, rpms: [%1$s.x86_64]}\n".formatted(build(family)));
        return this;
    }

    /** The file (contract §5). */
    String yaml() {
        return "images:\n" + images + "updates:\n" + updates;
    }

    /** The build whose update rebuilds the family. */
    static String build(String family) {
        return family + "-2.0-1.fc25";
    }

    private String image(String family, int index) {
        return """
              - nvr: %s
                repository: container/%s-image-%d
                branch: f25
                commit: %040x
                target: f25-container-candidate
                parents: [%s]
                rpms: [%2$s-1.0-1.fc25.x86_64]
                published: true
            """.formatted(nvr(family, index), family, index, index, parents(family, index));
    }

    private String parents(String family, int index) {
        if (index == 0 || random.nextInt(ROOTS) == 0) return "";
        List<Integer> parents = IntStream.rangeClosed(0, random.nextInt(MOST_PARENTS))
                .mapToObj(_ -> random.nextInt(index))
                .distinct()
                .toList();
        return parents.stream().map(parent -> nvr(family, parent)).collect(Collectors.joining(", "));
    }

    private static String nvr(String family, int index) {
        return "%s-image-%d-1-1".formatted(family, index);
    }
}
