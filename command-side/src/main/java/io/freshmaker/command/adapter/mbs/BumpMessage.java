package io.freshmaker.command.adapter.mbs;

import io.freshmaker.api.reason.Reason;

/** The message of the empty commit that makes a new build of a module possible (spec §6.1, §6.3). */
final class BumpMessage {

    private BumpMessage() {}

    static String of(Reason reason) {
        String rpm = reason.fact("rpm");
        if (!reason.fact("module").isEmpty()) {
            return "Bump to rebuild because of %s update".formatted(reason.fact("module"));
        }
        if (!rpm.isEmpty() && !reason.fact("update").isEmpty()) {
            return "Bump to rebuild because of %s update in %s.".formatted(rpm, reason.fact("update"));
        }
        if (!rpm.isEmpty()) {
            return "Bump to rebuild because of %s rpm spec update (%s).".formatted(rpm, reason.fact("commit"));
        }
        return "Bump to rebuild.";
    }
}
