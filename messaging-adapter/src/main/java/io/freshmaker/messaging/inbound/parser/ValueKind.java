package io.freshmaker.messaging.inbound.parser;

import io.freshmaker.api.value.Names;
import io.freshmaker.api.value.Nvr;
import java.util.regex.Pattern;

/**
 * What a value from the bus may look like. Such values end in commands, paths and log lines, so what is not of its kind is
 * refused here (contract §6). No kind is longer than 255 characters, which is also what the tables hold.
 */
enum ValueKind {
    MESSAGE_ID("a message id (printable ASCII)", "[\\x20-\\x7e]+"),
    TOPIC("a topic (printable ASCII)", "[\\x20-\\x7e]+"),
    NAMESPACE("a dist-git namespace", "[A-Za-z0-9_][A-Za-z0-9._+/-]*"),
    NAME("the name of a package, module or container", Names.PLAIN),
    BRANCH("a branch", Names.BRANCH),
    COMMIT("a commit (hexadecimal, at most 64 digits)", "[0-9A-Fa-f]{1,64}"),
    NVR("a name-version-release", Nvr.PLAIN),
    VERSION("a version or release", "[A-Za-z0-9._+~^]+"),
    STREAM("the stream of a module", Names.PLAIN),
    TAG("a Koji tag", Names.PLAIN),
    STATE("the name of a state", "[A-Za-z_]+"),
    UPDATE_ID("the id of an update", "[A-Za-z0-9][A-Za-z0-9._-]*"),
    RELEASE("the name of a release", "[A-Za-z0-9][A-Za-z0-9._-]*");

    private static final int LONGEST = 255;

    private final String meaning;
    private final Pattern pattern;

    ValueKind(String meaning, String pattern) {
        this.meaning = meaning;
        this.pattern = Pattern.compile(pattern);
    }

    boolean allows(String value) {
        return value.length() <= LONGEST && pattern.matcher(value).matches();
    }

    /** The value itself; throws {@link MalformedMessage} when it is not of this kind. */
    String check(String field, String value) {
        if (!allows(value)) {
            throw new MalformedMessage(field, meaning, "'" + Escaped.of(value) + "'");
        }
        return value;
    }

    @Override
    public String toString() {
        return meaning;
    }
}
