package io.freshmaker.command.bundle;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the ClusterServiceVersion of a rebuilt bundle is called (spec §7.9, 6): a suffix {@code 0.<epoch seconds>.p} in the build part
 * of its version makes it newer than the original's, whose place it takes.
 */
public record CsvUpdate(String name, String version) {

    /** A version of semver.org 2.0.0, with its build part apart. */
    private static final Pattern SEMVER = Pattern.compile("""
        (?x) ( (?:0|[1-9]\\d*) \\. (?:0|[1-9]\\d*) \\. (?:0|[1-9]\\d*)
          (?: - (?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*) (?:\\. (?:0|[1-9]\\d*|\\d*[A-Za-z-][0-9A-Za-z-]*))* )? )
        (?: \\+ ( [0-9A-Za-z-]+ (?:\\.[0-9A-Za-z-]+)* ) )?\
        """);

    /** What an earlier rebuild has put there. */
    private static final Pattern OF_A_REBUILD = Pattern.compile("(?<![0-9A-Za-z-])0\\.\\d+\\.(?:p|patched)$");

    private static final int LONGEST = 255;

    /** That of a rebuild at a time; empty where the version is none, so that it cannot be made newer. */
    public static Optional<CsvUpdate> of(String name, String version, Instant at) {
        Matcher parts = SEMVER.matcher(version);
        if (version.length() > LONGEST || !parts.matches()) return Optional.empty();
        String suffix = "0.%d.p".formatted(at.getEpochSecond());
        String rebuilt = parts.group(1) + "+" + build(parts.group(2) == null ? "" : parts.group(2), suffix);
        return Optional.of(new CsvUpdate(name(name, version, rebuilt, suffix), rebuilt));
    }

    private static String build(String before, String suffix) {
        if (before.isEmpty()) return suffix;
        Matcher earlier = OF_A_REBUILD.matcher(before);
        return earlier.find() ? before.substring(0, earlier.start()) + suffix : before + "." + suffix;
    }

    /** A name may not have the sign before the build part. */
    private static String name(String name, String version, String rebuilt, String suffix) {
        String inName = version.replace('+', '-');
        return name.contains(inName) ? name.replace(inName, rebuilt.replace('+', '-')) : name + "." + suffix;
    }
}
