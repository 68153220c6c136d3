package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuiltImage;
import io.freshmaker.command.port.ImageRecord;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why an image cannot be built although it should (spec §7.1 and §7.3). */
public final class Flaws {
    private Flaws() {}

    /** @param unknownParent what its last stage is built from, when nobody knows it */
    public static Optional<Reason> of(ImageRecord image, @Nullable BuiltImage built, Optional<Nvr> unknownParent) {
        if (built == null) return Optional.of(unresolved(image.nvr(), unknownBuild(image.nvr())));
        if (built.flaw() != null) return Optional.of(unresolved(image.nvr(), built.flaw()));
        return unknownParent.map(parent -> Reason.of(ReasonCode.UNKNOWN_PARENT, "parent", parent.value()));
    }

    private static Reason unresolved(Nvr nvr, String error) {
        return new Reason(ReasonCode.CANNOT_RESOLVE, Map.of("nvr", nvr.value(), "error", error));
    }

    private static String unknownBuild(Nvr nvr) {
        return "Cannot get data from Koji for build %s: Cannot find Koji build with nvr %1$s in Koji.".formatted(nvr);
    }
}
