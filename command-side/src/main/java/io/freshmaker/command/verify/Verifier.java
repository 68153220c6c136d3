package io.freshmaker.command.verify;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.api.verify.VerifyAnswer;
import io.freshmaker.api.verify.VerifyAnswer.Verified;
import io.freshmaker.command.image.AutoRebuildTags;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.port.ImageListings;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.ListedRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds what keeps an image, or the images of a repository, from being rebuilt, in the original's words (spec §10.7).
 *
 * @param buildRegistries registries that builds are pushed to: what lies there is not looked at
 */
record Verifier(ImageListings listings, RepositorySettings settings, Set<String> buildRegistries) {

    /** An image: what is listed of each architecture, and where it lies first. */
    VerifyAnswer image(String nvr) {
        List<ImageRecord> images = Nvr.isPlain(nvr) ? listings.images(new Nvr(nvr)) : List.of();
        if (images.isEmpty()) return VerifyAnswer.wrong("No images found for the specified NVR");
        return flawOfOne(images)
                .or(() -> flawOfItsRepository(nvr, images))
                .map(VerifyAnswer::wrong)
                .orElseGet(() -> VerifyAnswer.fine(List.of(), verified(images, _ -> List.of())));
    }

    /** The images in a repository that is rebuilt, which are tagged there for that. */
    VerifyAnswer repository(String name) {
        List<ListedRepository> found = listings.repositories(name).stream()
                .filter(one -> !buildRegistries.contains(one.repository().registry()))
                .toList();
        if (found.isEmpty()) return VerifyAnswer.wrong(unknownRepository(name));
        if (found.size() > 1) {
            return VerifyAnswer.wrong(
                    "Multiple records found in %s for image repository %s.".formatted(listings.system(), name));
        }
        return flawOf(found.getFirst())
                .map(VerifyAnswer::wrong)
                .orElseGet(() -> imagesOf(found.getFirst().repository()));
    }

    private VerifyAnswer imagesOf(ImageRepository repository) {
        AutoRebuildTags tags = new AutoRebuildTags(List.of(repository), buildRegistries, true);
        List<ImageRecord> images = listings.tagged(repository).stream()
                .filter(image -> tags.of(image).isPresent())
                .toList();
        List<String> wanted = sorted(repository.autoRebuildTags());
        if (images.isEmpty()) {
            return VerifyAnswer.wrong("No published images tagged by %s found in repository".formatted(quoted(wanted)));
        }
        return flawOfOne(images)
                .map(VerifyAnswer::wrong)
                .orElseGet(() -> VerifyAnswer.fine(wanted, verified(images, image -> tagsIn(repository, image))));
    }

    private static Optional<String> flawOfOne(List<ImageRecord> images) {
        return images.stream()
                .filter(image -> image.contentSets().isEmpty())
                .findFirst()
                .map(image -> "Found image \"%s\" in this repository, but it cannot be rebuilt, because the"
                                .formatted(image.nvr())
                        + " \"content_sets\" are not set for this image.");
    }

    private Optional<String> flawOfItsRepository(String nvr, List<ImageRecord> images) {
        Optional<ListedRepository> repository = images.stream()
                .flatMap(image -> image.repositories().stream())
                .filter(this::counts)
                .findFirst()
                .flatMap(place -> listings.repository(place.registry(), place.repository()));
        return repository.isPresent() ? flawOf(repository.get()) : Optional.of(unknownRepository("for image " + nvr));
    }

    private Optional<String> flawOf(ListedRepository listed) {
        ImageRepository repository = listed.repository();
        List<String> allowed = settings.releaseCategories();
        if (!allowed.isEmpty() && Collections.disjoint(allowed, repository.categories())) {
            return Optional.of("Only repositories with one of %s release_categories can be rebuilt, but found %s."
                    .formatted(quoted(allowed), quoted(sorted(repository.categories()))));
        }
        if (!repository.published() && !isException(repository)) {
            return Optional.of("Only published repositories or unpublished exceptions can be rebuilt, but this"
                    + " repository is not published.");
        }
        if (!listed.hasTagList()) return Optional.of("The \"auto_rebuild_tags\" in COMET is not set.");
        if (repository.autoRebuildTags().isEmpty()) {
            return Optional.of("The \"auto_rebuild_tags\" in COMET is set to an empty list, this means rebuilds of"
                    + " images in this repository are disabled.");
        }
        return Optional.empty();
    }

    private boolean isException(ImageRepository repository) {
        return settings.unpublishedExceptions().contains(new Unpublished(repository.registry(), repository.name()));
    }

    private boolean counts(Placement place) {
        return !buildRegistries.contains(place.registry());
    }

    private String unknownRepository(String which) {
        return "Cannot get repository %s from %s.".formatted(which, listings.system());
    }

    /** What all architectures have together. */
    private static SortedMap<String, Verified> verified(
            List<ImageRecord> images, Function<ImageRecord, List<String>> tags) {
        SortedMap<String, Verified> verified = new TreeMap<>();
        for (ImageRecord image : images) {
            Verified one = new Verified(List.copyOf(image.contentSets()), tags.apply(image));
            verified.merge(image.nvr().value(), one, Verifier::united);
        }
        return verified;
    }

    private static Verified united(Verified one, Verified other) {
        return new Verified(united(one.contentSets(), other.contentSets()), united(one.tags(), other.tags()));
    }

    private static List<String> united(List<String> some, List<String> others) {
        SortedSet<String> all = new TreeSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private List<String> tagsIn(ImageRepository repository, ImageRecord image) {
        List<String> tags = new ArrayList<>();
        image.repositories().stream()
                .filter(place -> place.repository().equals(repository.name()) && counts(place))
                .forEach(place -> tags.addAll(place.tags()));
        return sorted(tags);
    }

    private static List<String> sorted(Collection<String> texts) {
        return List.copyOf(new TreeSet<>(texts));
    }

    /** As the original writes a list. */
    private static String quoted(List<String> texts) {
        return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(", ", "[", "]"));
    }
}
