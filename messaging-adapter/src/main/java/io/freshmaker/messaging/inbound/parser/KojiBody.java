package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.submission.SubmissionCommand.LookAtSubmission;
import java.util.Set;

/** What all of Koji's messages have in common. */
final class KojiBody {

    private static final String IMAGE_BUILD = "buildContainer";
    private static final String WELL = "CLOSED";
    private static final Set<String> FINAL = Set.of(WELL, "FAILED", "CANCELED");
    private static final String PRIMARY = "primary";

    private KojiBody() {}

    /** Whether a message tells that a task has ended; what its topic says does not count (spec §3.3). */
    static boolean isEnded(Field body) {
        return FINAL.contains(body.get("new").text(ValueKind.STATE));
    }

    /** Whether a message's task builds a container image; {@code about} is the part that describes the task. */
    static boolean isImageBuild(Field about) {
        Field method = about.get("method");
        return !method.isAbsent() && method.text(ValueKind.NAME).equals(IMAGE_BUILD);
    }

    /** What to ask about a task of that number that has ended. */
    static Meaning ended(Field body, long task, boolean isImageBuild) {
        boolean builtImage =
                isImageBuild && body.get("new").text(ValueKind.STATE).equals(WELL);
        return Meaning.of(new LookAtSubmission("koji", String.valueOf(task), builtImage));
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
