package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.port.Refused;
import io.freshmaker.command.port.SourceEdit;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Raises the release in a spec file, as rpmdev-bumpspec does: the number that it begins with, of {@code 0.N} the second one, and where it
 * begins with a macro, the number that the file defines that macro as. A changelog that people write gets an entry. With {@code
 * %autorelease} nothing is changed, as commits are counted. What cannot be read with certainty is refused: no release is guessed.
 *
 * @param comment what is said of it in the changelog: one line without macros
 */
record SpecBump(String comment) implements SourceEdit {

    /** The ending of the names of spec files. */
    static final String ENDING = ".spec";

    private static final Pattern RELEASE = tag("Release");
    private static final Pattern VERSION = tag("Version");
    private static final Pattern EPOCH = tag("Epoch");
    private static final Pattern AUTOMATIC = Pattern.compile("%(autorelease\\b|\\{autorelease\\b).*");
    private static final Pattern NUMBER = Pattern.compile("(?<start>0\\.(?=\\d))?(?<number>\\d+)(?<rest>.*)");
    private static final Pattern MACRO = Pattern.compile("%(\\{\\??(?<braced>\\w+)}|(?<bare>\\w+)).*");
    private static final Pattern CHANGELOG =
            Pattern.compile("^%changelog[ \\t]*\\R(?!\\s*%autochangelog|\\s*%\\{\\??autochangelog)", Pattern.MULTILINE);
    private static final Pattern DIST = Pattern.compile("%(\\{\\??dist}|\\?dist\\b|dist\\b)");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE MMM dd yyyy", Locale.ENGLISH);

    @Override
    public String edited(String spec, String author, LocalDate day) {
        MatchResult release = only(spec, RELEASE, "a line Release:");
        String value = release.group("value");
        if (AUTOMATIC.matcher(value).matches()) return spec;
        MatchResult number = Character.isDigit(value.charAt(0)) ? release : definition(spec, value);
        String raised = raised(number.group("value"));
        String bumped = spec.substring(0, number.start("value")) + raised + spec.substring(number.end("value"));
        return withEntry(bumped, entry(spec, number == release ? raised : "", author, day));
    }

    /** Where the macro that the release begins with is defined. */
    private static MatchResult definition(String spec, String release) {
        Matcher macro = MACRO.matcher(release);
        if (!macro.matches()) throw unreadable(release, "it begins neither with a number nor with a macro");
        String name = macro.group("braced") == null ? macro.group("bare") : macro.group("braced");
        Pattern line = Pattern.compile(
                "^[ \\t]*%(?:global|define)[ \\t]+" + name + "[ \\t]+(?<value>\\S.*?)[ \\t\\r]*$", Pattern.MULTILINE);
        return only(
                spec, line, "a definition of the macro %s, which the release %s begins with".formatted(name, release));
    }

    private static String raised(String value) {
        Matcher parts = NUMBER.matcher(value);
        if (!parts.matches()) throw unreadable(value, "it does not begin with a number");
        boolean isZero = parts.group("start") == null && parts.group("number").equals("0");
        if (isZero && parts.group("rest").startsWith(".")) throw unreadable(value, "no number follows its 0.");
        String start = parts.group("start") == null ? "" : parts.group("start");
        return start + new BigInteger(parts.group("number")).add(BigInteger.ONE) + parts.group("rest");
    }

    private String entry(String spec, String release, String author, LocalDate day) {
        String what = evr(spec, DIST.matcher(release).replaceAll(""))
                .map(evr -> " - " + evr)
                .orElse("");
        return "* %s %s%s\n- %s\n\n".formatted(DAY.format(day), author, what, comment);
    }

    /** What the entry is about, where the file says it without macros. */
    private static Optional<String> evr(String spec, String release) {
        Optional<String> version =
                all(spec, VERSION).stream().map(one -> one.group("value")).reduce((_, _) -> "%");
        String epoch =
                all(spec, EPOCH).stream().map(one -> one.group("value") + ":").reduce("", String::concat);
        return version.map(known -> epoch + known + "-" + release)
                .filter(evr -> !release.isEmpty() && !evr.contains("%"));
    }

    /** Without a changelog, or with one that is made of the commits, there is nowhere to put it. */
    private static String withEntry(String spec, String entry) {
        Matcher changelog = CHANGELOG.matcher(spec);
        return changelog.find() ? spec.substring(0, changelog.end()) + entry + spec.substring(changelog.end()) : spec;
    }

    private static MatchResult only(String spec, Pattern line, String what) {
        List<MatchResult> found = all(spec, line);
        if (found.size() == 1) return found.getFirst();
        throw new Refused("The release cannot be raised: the spec file should have %s once, but has it %d times"
                .formatted(what, found.size()));
    }

    private static List<MatchResult> all(String spec, Pattern line) {
        return line.matcher(spec).results().toList();
    }

    private static Pattern tag(String name) {
        return Pattern.compile(
                "^[ \\t]*" + name + "[ \\t]*:[ \\t]*(?<value>\\S.*?)[ \\t\\r]*$",
                Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    }

    private static Refused unreadable(String release, String why) {
        return new Refused("The release %s cannot be raised: %s".formatted(release, why));
    }
}
