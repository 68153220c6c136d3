package io.freshmaker.command.adapter.koji;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.BuildRequest;
import java.util.List;

/** Those parents of which a build is known: of others there is only a name, and nothing was built that Koji could know. */
final class KnownParents {

    private KnownParents() {}

    /** Their NVRs. */
    static List<String> of(BuildRequest request) {
        return request.parents().stream().filter(KnownParents::isNvr).toList();
    }

    private static boolean isNvr(String text) {
        try {
            return !new Nvr(text).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
