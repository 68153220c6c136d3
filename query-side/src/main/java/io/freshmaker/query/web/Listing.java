package io.freshmaker.query.web;

import java.util.List;

/** One page of a list (spec §10.3). */
public record Listing<T>(List<T> items, PageMeta meta) {

    public static <T> Listing<T> of(List<T> items, Paging paging, long total) {
        return new Listing<>(items, paging.meta(total));
    }
}
