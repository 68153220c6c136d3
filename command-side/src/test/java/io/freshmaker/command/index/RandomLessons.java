package io.freshmaker.command.index;

import io.freshmaker.api.plan.Source;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What systems say of a few images, in a random order: all of it or a part, with what they contain or without, at times of which
 * some are the same.
 */
final class RandomLessons {

    private static final int IMAGES = 4;
    private static final int RPMS = 5;
    private static final int REPOSITORIES = 3;
    private static final int TIMES = 4;

    private final Random random;

    RandomLessons(long seed) {
        this.random = new Random(seed);
    }

    List<Remembered> some(int size) {
        return IntStream.range(0, size).mapToObj(_ -> one()).toList();
    }

    private Remembered one() {
        int image = random.nextInt(IMAGES);
        Instant at = IndexForTests.NOW.plusSeconds(random.nextInt(TIMES));
        return switch (random.nextInt(4)) {
            case 0 -> Remembered.built(built(image), at);
            case 1 -> Remembered.content(nvr(image), IndexedImages.rpms(rpms()), at);
            case 2 -> Remembered.said(said(image), true, at);
            default -> Remembered.said(said(image), false, at);
        };
    }

    private ImageRecord said(int image) {
        String parent =
                image == 0 || random.nextBoolean() ? null : nvr(image - 1).value();
        return IndexedImages.image(nvr(image).value(), parent, placements(), rpms());
    }

    private BuiltImage built(int image) {
        List<Nvr> parents =
                IntStream.range(0, image).mapToObj(RandomLessons::nvr).toList();
        Source source = new Source("container/app", "main", null, "target");
        return new BuiltImage(
                nvr(image), source, parents.reversed(), parents.isEmpty(), List.of("s390x"), List.of(), false, null);
    }

    private List<Placement> placements() {
        List<Placement> placements = new ArrayList<>();
        for (int i = 0; i < REPOSITORIES; i++) {
            if (random.nextBoolean()) {
                placements.add(
                        IndexedImages.placed("apps/" + i, random.nextBoolean(), random.nextBoolean() ? "latest" : "1"));
            }
        }
        return placements;
    }

    private String[] rpms() {
        return IntStream.range(0, RPMS)
                .filter(_ -> random.nextBoolean())
                .mapToObj(rpm -> "rpm%d-1.%d-1".formatted(rpm, random.nextInt(2)))
                .toArray(String[]::new);
    }

    private static Nvr nvr(int image) {
        return new Nvr("app%d-1-1".formatted(image));
    }
}
