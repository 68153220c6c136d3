package io.freshmaker.command.image;

import static io.freshmaker.command.image.SomeImage.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Families of images in up to six releases each, some published, tagged, fixed, modular or unknown. Each is built from releases of
 * earlier families; with {@code tangled}, from any image that was made before, as when an image was built from what is built from it today.
 */
final class RandomImages {
    private static final List<String> NAMES = List.of("tls", "perl", "bash");

    private final Random random;
    private final boolean tangled;
    private final List<Known> images = new ArrayList<>();

    private record Known(ImageRecord image, String[] parents) {}

    RandomImages(long seed, boolean tangled) {
        this.random = new Random(seed);
        this.tangled = tangled;
        int families = 2 + random.nextInt(8);
        List<Integer> order = new ArrayList<>();
        for (int family = 0; family < families; family++) {
            order.addAll(Collections.nCopies(1 + random.nextInt(6), family));
        }
        if (tangled) Collections.shuffle(order, random);
        int[] releases = new int[families];
        for (int family : order) images.add(known(family, ++releases[family]));
    }

    /** The same images each time, which answer and were entered in an order of that seed. */
    ImageWorld world(long order) {
        ImageWorld world = new ImageWorld().answersInTheOrderOf(order);
        List<Known> shuffled = new ArrayList<>(images);
        Collections.shuffle(shuffled, new Random(order));
        IntStream.range(0, 10)
                .forEach(family -> world.with(
                        family % 4 == 3
                                ? Questions.repository("family" + family, "Beta")
                                : Questions.repository("family" + family)));
        shuffled.forEach(known -> world.with(known.image, known.parents));
        return world;
    }

    Set<Nvr> nvrs() {
        return Set.copyOf(images.stream().map(known -> known.image.nvr()).toList());
    }

    private Known known(int family, int release) {
        SomeImage made = image("family%d-1-%d".formatted(family, release));
        boolean published = random.nextInt(3) > 0;
        Set<String> tags = random.nextInt(2) == 0 ? Set.of("latest") : Set.of("old");
        if (random.nextInt(8) > 0) {
            made.in(new Placement("registry.example.com", "repo/family" + family, published, tags));
        }
        if (random.nextInt(12) == 0) made.label("com.redhat.hotfix", "true");
        if (random.nextInt(8) == 0) made.contentSets();
        if (random.nextInt(10) > 0) made.containing(rpms());
        return new Known(made.record(), parents(family));
    }

    private String[] rpms() {
        return NAMES.stream()
                .filter(_ -> random.nextInt(3) > 0)
                .map(name -> "%s-%d-1%s.x86_64"
                        .formatted(name, 1 + random.nextInt(2), random.nextInt(4) == 0 ? ".module+el8+1" : ""))
                .toArray(String[]::new);
    }

    private String[] parents(int family) {
        List<String> possible = images.stream()
                .map(known -> known.image.nvr().value())
                .filter(nvr -> tangled || Integer.parseInt(nvr.substring("family".length(), nvr.indexOf('-'))) < family)
                .toList();
        if (possible.isEmpty()) return new String[0];
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> possible.get(random.nextInt(possible.size())))
                .distinct()
                .toArray(String[]::new);
    }
}
