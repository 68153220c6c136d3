package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.ComposeRequest;
import io.freshmaker.api.plan.Preparation;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.image.ImagePlan.Node;
import io.freshmaker.command.port.BuiltImage;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each image of a plan needs to be built, as the original's {@code build_args} (spec §2.7, §5.2.2), or why it cannot be. */
record Preparations(@Nullable Long advisory, ImagesSettings settings, ImageComposes composes, TagOfAdvisory tag) {

    /** Of images that need nothing but what their last builds were built with (spec §5.5). */
    static Preparations ofNoAdvisory(ImagesSettings settings) {
        return new Preparations(null, settings, ImageComposes.NONE, TagOfAdvisory.NOT_NEEDED);
    }

    Preparation of(Node node) {
        BuiltImage built = node.built();
        return new Preparation(
                settings.archesOf(built),
                built != null && built.flatpak(),
                true,
                built == null ? List.of() : built.composes(),
                settings.repositoriesOf(node.image().nvr()),
                composes(node),
                advisory,
                flaw(node));
    }

    private List<ComposeRequest> composes(Node node) {
        return Stream.concat(composes.of(node).stream(), tag.compose().stream()).toList();
    }

    private @Nullable Reason flaw(Node node) {
        if (node.flaw() != null) return node.flaw();
        Nvr nvr = node.image().nvr();
        boolean base = node.built() != null && node.built().base();
        if (base && settings.repositoriesOf(nvr).isEmpty()) {
            return Reason.of(ReasonCode.NO_BASE_IMAGE_REPOSITORY, "image", ImagesSettings.nameVersion(nvr));
        }
        return tag.flaw();
    }
}
