package io.freshmaker.command.adapter.process;

import io.freshmaker.api.plan.Artifact;
import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.Refused;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The variables that tell a program what to build; what is unknown is empty. */
final class BuildEnvironment {

    static final String TYPE = "FRESHMAKER_TYPE";

    /** Linux takes 128 KiB for one variable. */
    private static final int LONGEST = 100_000;

    private final Map<String, String> variables = new TreeMap<>();

    private BuildEnvironment() {}

    /** @throws Refused when a value cannot be handed to a process unchanged */
    static Map<String, String> of(BuildRequest request) {
        Artifact artifact = request.artifact();
        return new BuildEnvironment()
                .set("FRESHMAKER_EVENT_ID", Integer.toString(request.eventNumber()))
                .set("FRESHMAKER_BUILD_ID", Integer.toString(request.buildNumber()))
                .set(TYPE, artifact.type().name().toLowerCase(Locale.ROOT))
                .set("FRESHMAKER_NAME", artifact.name())
                .set("FRESHMAKER_STREAM", artifact.stream())
                .set("FRESHMAKER_ORIGINAL_NVR", originalNvr(artifact))
                .set("FRESHMAKER_REBUILT_NVR", request.rebuiltNvr())
                .set("FRESHMAKER_PARENT_NVRS", parents(request))
                .set("FRESHMAKER_REPOSITORY", artifact.source().repository())
                .set("FRESHMAKER_BRANCH", artifact.source().branch())
                .set("FRESHMAKER_COMMIT", artifact.source().commit())
                .set("FRESHMAKER_REASON", request.reason().code().name())
                .variables;
    }

    private static String parents(BuildRequest request) {
        for (String parent : request.parents()) {
            if (parent.isEmpty() || parent.chars().anyMatch(Character::isWhitespace)) {
                throw new Refused(
                        "FRESHMAKER_PARENT_NVRS separates parents by blanks, so none may be empty or contain one");
            }
        }
        return String.join(" ", request.parents());
    }

    private BuildEnvironment set(String name, @Nullable String value) {
        String text = Objects.requireNonNullElse(value, "");
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Refused(name + " would contain a control character; it must be printable text");
        }
        if (text.length() > LONGEST) {
            throw new Refused(
                    name + " would have " + text.length() + " characters; at most " + LONGEST + " are possible");
        }
        variables.put(name, text);
        return this;
    }

    /** A module that was only pushed, never seen built, still has a name and a stream. */
    private static @Nullable String originalNvr(Artifact artifact) {
        boolean unknownModule = artifact.type() == ArtifactType.MODULE && artifact.originalNvr() == null;
        return unknownModule ? artifact.name() + "-" + artifact.stream() : artifact.originalNvr();
    }
}
