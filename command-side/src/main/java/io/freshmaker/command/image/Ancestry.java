package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Declined;
import io.freshmaker.command.image.Search.Found;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Walks from the images that were found to what they are built from, as far as that needs the advisory too, generation by
 * generation: every image is looked up once and resolved once, however many are built from it (spec §7.3).
 */
final class Ancestry {
    private final LookedUp images;
    private final Judge judge;
    private final Map<Nvr, Verdict> verdicts = new HashMap<>();
    private final Map<Nvr, Hit> found = new HashMap<>();
    private final Map<Nvr, ImageRecord> affected = new HashMap<>();
    private final Map<Nvr, ImageRecord> hotfixes = new HashMap<>();

    Ancestry(LookedUp images, Judge judge) {
        this.images = images;
        this.judge = judge;
    }

    /** All that needs the advisory, each with its parents that do and those that do not. */
    ImageGraph of(Found search) {
        search.declined().forEach(one -> images.learn(one.image()));
        Map<Nvr, ImageRecord> generation = new HashMap<>();
        for (Hit hit : search.hits()) {
            images.learn(hit.image());
            found.put(hit.image().nvr(), hit);
            verdicts.put(hit.image().nvr(), new Verdict(true, hit.reason()));
            generation.put(hit.image().nvr(), hit.image());
        }
        while (!generation.isEmpty()) {
            affected.putAll(generation);
            generation = parentsOf(generation.values());
        }
        return Cycles.cut(
                new ImageGraph(affected.values().stream().map(this::node).toList()));
    }

    /** Parents that are left alone because they are somebody's hotfix. */
    List<Declined> hotfixes() {
        return hotfixes.values().stream()
                .map(image -> new Declined(image, null, Reason.of(ReasonCode.HOTFIX)))
                .toList();
    }

    private Map<Nvr, ImageRecord> parentsOf(Collection<ImageRecord> generation) {
        images.resolve(generation.stream().map(ImageRecord::nvr).toList());
        Set<Nvr> parents = new HashSet<>();
        generation.forEach(image -> parents.addAll(parents(image).all()));
        Set<Nvr> asked = new HashSet<>(parents);
        generation.forEach(image -> asked.addAll(Repositories.originalsOf(image)));
        images.lookFor(asked);
        Map<Nvr, ImageRecord> next = new HashMap<>();
        for (Nvr parent : parents) {
            if (!affected.containsKey(parent)) images.record(parent).ifPresent(image -> judge(image, next));
        }
        return next;
    }

    private void judge(ImageRecord image, Map<Nvr, ImageRecord> next) {
        Verdict verdict = verdicts.computeIfAbsent(image.nvr(), _ -> judge.on(image));
        if (!verdict.affected()) return;
        (image.isHotfix() ? hotfixes : next).put(image.nvr(), image);
    }

    private ImageNode node(ImageRecord image) {
        BuiltImage built = images.built(image.nvr());
        Hit hit = found.get(image.nvr());
        Parents parents = Parents.of(image, built);
        List<Nvr> others = new ArrayList<>(parents.all());
        others.removeIf(affected::containsKey);
        return new ImageNode(
                image,
                built,
                hit != null,
                hit != null && hit.isReleased(),
                Objects.requireNonNull(verdicts.get(image.nvr())).reason(),
                Group.of(image.nvr(), Repositories.of(image, images)),
                parents.all().stream().filter(affected::containsKey).toList(),
                others,
                Flaws.of(image, built, parents.unknownTo(images)).orElse(null));
    }

    private Parents parents(ImageRecord image) {
        return Parents.of(image, images.built(image.nvr()));
    }
}
