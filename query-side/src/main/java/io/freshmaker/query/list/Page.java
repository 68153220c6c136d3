package io.freshmaker.query.list;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list, newest first. */
public record Page<T>(
        List<T> items,

        @Schema(
                description =
                        "The link to the page after this one, with every argument of this one; null on the last page.",
                example = "http://localhost:8080/api/3/events?limit=50&cursor=MS4xNzU0MDQyNDAwNTAwMDAwLjE3")
        @Nullable
        String next) {}
