package io.freshmaker.query.verify;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.freshmaker.api.verify.VerifyAnswer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A repository whose images are rebuilt, and those of them that are, by their NVRs. */
record VerifiedRepository(VerifiedTags repository, Map<String, VerifiedContent> images, String msg) {

    /** What is said of the repository itself. */
    record VerifiedTags(@JsonProperty("auto_rebuild_tags") List<String> autoRebuildTags) {}

    /** What is said of one image. */
    record VerifiedContent(@JsonProperty("content_sets") List<String> contentSets, List<String> tags) {}

    static VerifiedRepository of(VerifyAnswer answer) {
        SortedMap<String, VerifiedContent> images = new TreeMap<>();
        answer.images()
                .forEach((nvr, image) -> images.put(nvr, new VerifiedContent(image.contentSets(), image.tags())));
        return new VerifiedRepository(
                new VerifiedTags(answer.autoRebuildTags()), images, VerifiedImage.found(images.size()));
    }
}
