package io.freshmaker.api.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.regex.Pattern;

/** Name-version-release. Parsed from the right: the last two dashes separate version and release (spec §1). */
public record Nvr(@JsonValue String value) implements Comparable<Nvr> {

    /** As build systems write them: what else comes from outside may end in a path or a log line, and is refused. */
    public static final String PLAIN = "[A-Za-z0-9_][A-Za-z0-9._+~^-]*-[A-Za-z0-9._+~^]+-[A-Za-z0-9._+~^]+";

    private static final Pattern PLAIN_TEXT = Pattern.compile(PLAIN);
    private static final int LONGEST = 255;

    @JsonCreator
    public Nvr {
        int release = value.lastIndexOf('-');
        int version = value.lastIndexOf('-', release - 1);
        if (version < 1 || release == version + 1 || release == value.length() - 1) {
            throw new IllegalArgumentException("Not a name-version-release: " + value);
        }
    }

    /** Whether it is written as {@link #PLAIN} says, in at most 255 characters. */
    public static boolean isPlain(String text) {
        return text.length() <= LONGEST && PLAIN_TEXT.matcher(text).matches();
    }

    public String name() {
        return value.substring(0, versionDash());
    }

    public String version() {
        return value.substring(versionDash() + 1, releaseDash());
    }

    public String release() {
        return value.substring(releaseDash() + 1);
    }

    /** What the build system is asked for: the first part of the release, then the epoch seconds (spec §7.7). */
    public Nvr rebuiltAt(Instant at) {
        String first = release().split("\\.", 2)[0];
        return new Nvr(name() + "-" + version() + "-" + first + "." + at.getEpochSecond());
    }

    private int releaseDash() {
        return value.lastIndexOf('-');
    }

    private int versionDash() {
        return value.lastIndexOf('-', releaseDash() - 1);
    }

    @Override
    public int compareTo(Nvr other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
