package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which images are to be rebuilt for an advisory (spec §5.2.1).
 *
 * @param advisory its number
 * @param name its name, for people
 * @param fixes the NVRs of the RPMs that it brings
 * @param contentSets that it is shipped in, and the ids of their repositories
 * @param publishedOnly whether images that are not published are left alone; otherwise of each name-version only the highest is looked at
 * @param leaves only these images and what they are built from; none: all
 * @param objection why an image must not be rebuilt
 * @param rebuilt images that were rebuilt for this advisory before, each with why it is left alone
 */
public record ImageQuestion(
        long advisory,
        String name,
        List<Nvr> fixes,
        Set<String> contentSets,
        boolean publishedOnly,
        List<Nvr> leaves,
        Objection objection,
        Map<Nvr, Reason> rebuilt) {

    /** What rules say. */
    @FunctionalInterface
    public interface Objection {

        /** Why an image must not be rebuilt; the repository is the one whose tag it has, null for named leaves. */
        Optional<Reason> to(ImageRecord image, @Nullable ImageRepository tagged);
    }

    public ImageQuestion {
        fixes = fixes.stream().distinct().sorted().toList();
        contentSets = Set.copyOf(contentSets);
        leaves = List.copyOf(leaves);
        rebuilt = Map.copyOf(rebuilt);
    }
}
