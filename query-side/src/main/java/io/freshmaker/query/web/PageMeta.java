package io.freshmaker.query.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Where a page stands in its list (spec §10.3). */
record PageMeta(
        int page,
        int pages,
        @JsonProperty("per_page") int perPage,
        @Nullable String prev,
        @Nullable String next,
        long total,
        String first,
        String last) {}
