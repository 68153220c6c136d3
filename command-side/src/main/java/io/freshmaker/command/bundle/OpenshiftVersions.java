package io.freshmaker.command.bundle;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** For which versions of OpenShift a bundle says that it is: not every list of them is understood where it is published (spec §4.1, 4). */
public final class OpenshiftVersions {

    private static final String LABEL = "com.redhat.openshift.versions";

    /** The only lists of versions one by one; everything else is one version or a range. */
    private static final Set<String> LISTS = Set.of("v4.5,v4.6", "v4.6,v4.5");

    private OpenshiftVersions() {}

    /** Why a bundle with these labels cannot be rebuilt; empty for nearly all. */
    public static Optional<Reason> flaw(Map<String, String> labels) {
        String versions = labels.getOrDefault(LABEL, "").replace(" ", "");
        return !versions.contains(",") || LISTS.contains(versions)
                ? Optional.empty()
                : Optional.of(Reason.of(ReasonCode.INVALID_OPENSHIFT_VERSIONS, "versions", versions));
    }
}
