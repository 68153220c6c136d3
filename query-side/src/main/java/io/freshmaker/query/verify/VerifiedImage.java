package io.freshmaker.query.verify;

import io.freshmaker.api.verify.VerifyAnswer;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An image that is rebuilt: its content sets, by its NVR. */
record VerifiedImage(Map<String, List<String>> images, String msg) {

    static VerifiedImage of(VerifyAnswer answer) {
        SortedMap<String, List<String>> images = new TreeMap<>();
        answer.images().forEach((nvr, image) -> images.put(nvr, image.contentSets()));
        return new VerifiedImage(images, found(images.size()));
    }

    /** The original's words (spec §10.7). */
    static String found(int images) {
        return "Found %d images which are handled by Freshmaker for defined content_sets.".formatted(images);
    }
}
