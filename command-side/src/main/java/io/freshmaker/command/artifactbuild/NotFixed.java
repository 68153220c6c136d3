package io.freshmaker.command.artifactbuild;

import static java.util.stream.Collectors.joining;

import io.freshmaker.api.artifactbuild.Verification;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import java.util.Map;

/** Why an image that was built is no success: it contains RPMs that the advisory was to replace (spec §5.4). */
final class NotFixed {

    private static final String SEPARATOR = ", ";

    private NotFixed() {}

    static Reason reason(Verification verification) {
        String wrong = verification.wrong().stream()
                .map(rpm -> rpm.arch() + "/" + rpm.nvr())
                .collect(joining(SEPARATOR));
        String names = verification.wrong().stream()
                .map(rpm -> new Nvr(rpm.nvr()).name())
                .distinct()
                .sorted()
                .collect(joining(SEPARATOR));
        String advisory = String.valueOf(verification.advisory());
        return new Reason(
                ReasonCode.NOT_FIXED,
                Map.of("nvr", verification.nvr(), "advisory", advisory, "wrong", wrong, "names", names));
    }
}
