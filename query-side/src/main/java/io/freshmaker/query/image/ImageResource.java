package io.freshmaker.query.image;

import io.freshmaker.query.image.ImageFilter.Asked;
import io.freshmaker.query.list.Arguments;
import io.freshmaker.query.list.NextLink;
import io.freshmaker.query.list.OthersView;
import io.freshmaker.query.openapi.ListArgument;
import io.freshmaker.query.openapi.Refuses;
import io.freshmaker.query.web.ApiError;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which images contain a package, and what is known of one: from the own index, whether the system that it learns from is there or not. */
@RestController
@Tag(name = "images")
class ImageResource {

    private static final int MOST = 1_000;
    private static final String NO_INDEX = "No command side has ever run here, so nothing is known of images.";

    private final KnownImages images;
    private final ImageFilter filter;

    ImageResource(KnownImages images, ImageFilter filter) {
        this.images = images;
        this.filter = filter;
    }

    @Operation(
            operationId = "listImages",
            summary =
                    "Images that the index knows, e.g. those that contain a package, in the order of their NVRs' text",
            description =
                    "Only what was learned from answers and builds is known: `as_of` says how old the oldest part of"
                            + " the page is, `source` whether who it was learned from is away.")
    @Refuses(status = 503, when = "No command side has ever run here.")
    @ListArgument(name = "package", description = "Name of an RPM that it contains.")
    @ListArgument(name = "tag", description = "Tag that it has in some repository.")
    @ListArgument(name = "name", description = "Name of the image: the N of its NVR.")
    @ListArgument(name = "parent", description = "NVR of an image that it is built from.")
    @GetMapping("/api/3/images")
    ImagePage list(
            HttpServletRequest request,
            @Parameter(
                            name = "older_than",
                            description = "Contains an older build than this one of the same package, as RPM compares"
                                    + " versions; epochs are ignored.",
                            schema = @Schema(type = "string", example = "openssl-3.0.7-27.el9"))
                    @RequestParam(name = "older_than", required = false)
                    @Nullable
                    String olderThan,
            @Parameter(description = "Whether it is published in some repository.", schema = @Schema(type = "boolean"))
                    @RequestParam(required = false)
                    @Nullable
                    String published,
            @Parameter(
                            description = "Where to go on: take it from the last page's `next`, it means nothing else.",
                            schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    String cursor,
            @Parameter(
                            description = "How many, at most.",
                            schema = @Schema(type = "integer", defaultValue = "50", minimum = "1", maximum = "1000"))
                    @RequestParam(defaultValue = "50")
                    String limit) {
        int most = (int) Arguments.number("limit", limit, 1, MOST);
        String after = cursor == null ? "" : ImageCursor.of(cursor).nvr();
        return OthersView.read(() -> page(request, filter.asked(request, olderThan, published), after, most), NO_INDEX);
    }

    @Operation(
            operationId = "getImage",
            summary = "All that the index knows of an image: what it contains, is built from, and is built into")
    @Refuses(status = 404, when = "The index has not heard of it.")
    @Refuses(status = 503, when = "No command side has ever run here.")
    @GetMapping("/api/3/images/{nvr}")
    Image one(@Parameter(description = "Its name-version-release.") @PathVariable String nvr) {
        return OthersView.read(() -> images.find(nvr), NO_INDEX)
                .orElseThrow(() -> ApiError.notFound("The index knows no image %s.".formatted(nvr)));
    }

    private ImagePage page(HttpServletRequest request, Optional<Asked> asked, String after, int limit) {
        List<ImageSummary> found =
                asked.map(wanted -> images.page(wanted, after, limit + 1)).orElse(List.of());
        List<ImageSummary> page = found.stream().limit(limit).toList();
        String next = found.size() > limit
                ? NextLink.of(request, new ImageCursor(page.getLast().nvr()).text())
                : null;
        return new ImagePage(page, next, asOf(page), images.source().orElse(null));
    }

    private static @Nullable Instant asOf(List<ImageSummary> page) {
        return page.stream()
                .map(ImageSummary::seenAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
