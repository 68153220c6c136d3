package io.freshmaker.api.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An image that an operator bundle refers to, as its rebuild is to have it (spec §7.9, 5).
 *
 * @param original as it stands in the bundle's sources, e.g. {@code registry.example.com/shop/app:v1}
 * @param current what is put in its place, with a digest
 * @param pinned whether the sources do not say that themselves
 * @param replaced what the bundle had before; null where nothing is changed
 * @param awaited the NVR of an image which is rebuilt before the bundle: it stands in it as it was until the rebuild's digest is known;
 *     null for most, and in older facts
 */
public record Pullspec(
        String original,
        String current,
        boolean pinned,
        @Nullable String replaced,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String awaited) {

    /** Which waits for nothing. */
    public Pullspec(String original, String current, boolean pinned, @Nullable String replaced) {
        this(original, current, pinned, replaced, null);
    }

    /** By which it names the image now; all of it where that is no digest. */
    public String digest() {
        return current.substring(current.indexOf('@') + 1);
    }

    /** The same, which waits for the rebuild of that image. */
    public Pullspec awaiting(String image) {
        return new Pullspec(original, current, pinned, replaced, image);
    }

    /** The same image by another digest. It is pinned now: its sources do not say that one. */
    public Pullspec replacedBy(String digest) {
        String repository = current.substring(0, current.indexOf('@') + 1);
        return new Pullspec(original, repository + digest, true, current);
    }
}
