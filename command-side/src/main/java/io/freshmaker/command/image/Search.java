package io.freshmaker.command.image;

import static java.util.stream.Collectors.toMap;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Declined;
import io.freshmaker.command.port.ImageMetadata;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which images an advisory fixes, and why each of the others that were looked at is left alone (spec §7.2). */
final class Search {
    private final ImageMetadata metadata;
    private final ImageSettings settings;
    private final ImageQuestion question;
    private final Judge judge;
    private final List<Declined> declined = new ArrayList<>();

    private Search(ImageMetadata metadata, ImageSettings settings, ImageQuestion question, Judge judge) {
        this.metadata = metadata;
        this.settings = settings;
        this.question = question;
        this.judge = judge;
    }

    static Found found(ImageMetadata metadata, ImageSettings settings, ImageQuestion question, Judge judge) {
        return new Search(metadata, settings, question, judge).found();
    }

    /** @param declined each image that was looked at and is no hit, once */
    record Found(List<Hit> hits, List<Declined> declined) {}

    /** @param repository whose tag it has; null: somebody named it */
    private record Candidate(ImageRecord image, @Nullable ImageRepository repository) {}

    private Found found() {
        Collection<Candidate> candidates = question.leaves().isEmpty() ? tagged() : named();
        List<Hit> hits = new ArrayList<>();
        for (Hit hit : latest(affected(candidates))) {
            Optional<Reason> objection = objection(hit);
            if (objection.isPresent()) decline(hit.image(), objection.get());
            else hits.add(hit);
        }
        return new Found(hits, declined);
    }

    private Collection<Candidate> tagged() {
        AutoRebuildTags tags = new AutoRebuildTags(
                metadata.repositories(question.publishedOnly()), settings.buildRegistries(), question.publishedOnly());
        if (tags.repositories().isEmpty()) return List.of();
        List<ImageRecord> images = metadata.tagged(
                tags.repositories(),
                question.publishedOnly(),
                question.contentSets(),
                judge.rpms().names());
        List<Candidate> candidates = new ArrayList<>();
        for (ImageRecord image : sorted(images)) {
            tags.of(image)
                    .ifPresentOrElse(
                            repository -> candidates.add(new Candidate(image, repository)),
                            () -> decline(image, tags.missing(image)));
        }
        return candidates;
    }

    private Collection<Candidate> named() {
        Map<Nvr, ImageRecord> known = metadata.withNvrs(new TreeSet<>(question.leaves())).stream()
                .collect(toMap(ImageRecord::nvr, image -> image, (one, _) -> one));
        List<Candidate> candidates = new ArrayList<>();
        for (Nvr leaf : new TreeSet<>(question.leaves())) {
            ImageRecord image = known.get(leaf);
            if (image == null) decline(nothingKnown(leaf), unknown(leaf));
            else candidates.add(new Candidate(image, null));
        }
        return candidates;
    }

    private List<Hit> affected(Collection<Candidate> candidates) {
        List<Hit> affected = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Verdict verdict = judge.on(candidate.image);
            Optional<Reason> unfit =
                    verdict.affected() ? judge.onContentSets(candidate.image) : Optional.of(verdict.reason());
            if (unfit.isPresent()) decline(candidate.image, unfit.get());
            else affected.add(new Hit(candidate.image, candidate.repository, verdict.reason()));
        }
        return affected;
    }

    /** With unpublished ones there are many releases of each image: only the highest counts (spec §7.2, 6). */
    private Collection<Hit> latest(List<Hit> hits) {
        if (question.publishedOnly()) return hits;
        SortedMap<String, Hit> latest = new TreeMap<>();
        hits.forEach(hit -> latest.merge(hit.nameVersion(), hit, Hit::higher));
        for (Hit hit : hits) {
            Hit highest = latest.getOrDefault(hit.nameVersion(), hit);
            if (highest != hit) decline(hit.image(), notLatest(highest.image().nvr()));
        }
        return latest.values();
    }

    /** Rules, then what is never rebuilt, then what was. */
    private Optional<Reason> objection(Hit hit) {
        Optional<Reason> rule = question.objection().to(hit.image(), hit.repository());
        if (rule.isPresent()) return rule;
        if (hit.image().isHotfix()) return Optional.of(Reason.of(ReasonCode.HOTFIX));
        return Optional.ofNullable(question.rebuilt().get(hit.image().nvr()));
    }

    private void decline(ImageRecord image, Reason reason) {
        declined.add(new Declined(image, null, reason));
    }

    private static List<ImageRecord> sorted(Collection<ImageRecord> images) {
        return images.stream().sorted(Comparator.comparing(ImageRecord::nvr)).toList();
    }

    private static Reason notLatest(Nvr instead) {
        return Reason.of(ReasonCode.NOT_LATEST, "instead", instead.value());
    }

    private static ImageRecord nothingKnown(Nvr nvr) {
        return new ImageRecord(nvr, List.of(), new TreeSet<>(), null, Map.of(), null);
    }

    private static Reason unknown(Nvr nvr) {
        return new Reason(
                ReasonCode.CANNOT_RESOLVE,
                Map.of("nvr", nvr.value(), "error", "Nobody knows an image %s.".formatted(nvr)));
    }
}
