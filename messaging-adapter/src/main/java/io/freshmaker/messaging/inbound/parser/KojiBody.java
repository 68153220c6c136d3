package io.freshmaker.messaging.inbound.parser;

import java.util.Set;

/** What all of Koji's messages have in common. */
final class KojiBody {

    private static final Set<String> FINAL = Set.of("CLOSED", "FAILED", "CANCELED");
    private static final String PRIMARY = "primary";

    private KojiBody() {}

    /** Whether a message tells that a task has ended; what its topic says does not count (spec §3.3). */
    static boolean isEnded(Field body) {
        return FINAL.contains(body.get("new").text(ValueKind.STATE));
    }

    /** Fedora once had a Koji for each secondary architecture, with numbers of its own. Where none is named it is the primary one. */
    static boolean isPrimary(Field body) {
        Field instance = body.get("instance");
        return instance.isAbsent() || instance.text(ValueKind.NAME).equals(PRIMARY);
    }

    /** The NVR of the build that a message is about. */
    static String nvr(Field body) {
        String name = body.get("name").text(ValueKind.NAME);
        String version = body.get("version").text(ValueKind.VERSION);
        return "%s-%s-%s".formatted(name, version, body.get("release").text(ValueKind.VERSION));
    }
}
