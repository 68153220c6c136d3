package io.freshmaker.api.plan;

import org.jspecify.annotations.Nullable;

/**
 * An image that an operator bundle refers to, as its rebuild is to have it (spec §7.9, 5).
 *
 * @param original as it stands in the bundle's sources, e.g. {@code registry.example.com/shop/app:v1}
 * @param current what is put in its place, with a digest
 * @param pinned whether the sources do not say that themselves
 * @param replaced what the bundle had before; null where nothing is changed
 */
public record Pullspec(
        String original,
        String current,
        boolean pinned,
        @Nullable String replaced) {}
