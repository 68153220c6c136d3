package io.freshmaker.command.adapter.catalogfile;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Rpm;
import io.freshmaker.command.yaml.Entry;
import java.util.List;
import java.util.regex.Pattern;

/** The kinds of values in a catalog: which characters each allows. They end in command lines and environments. */
final class Values {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,254}");
    private static final Pattern NVR = Pattern.compile(Nvr.PLAIN);
    private static final Pattern BRANCH = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+/-]{0,254}");
    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]*(/[A-Za-z0-9_][A-Za-z0-9._+-]*)+");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{3,64}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    private Values() {}

    static String name(Entry entry) {
        return entry.text(NAME, "a name of letters, digits and ._+-");
    }

    static String branch(Entry entry) {
        return entry.text(BRANCH, "a branch of letters, digits and ._+/-");
    }

    static String repository(Entry entry) {
        return entry.text(REPOSITORY, "a repository <namespace>/<name>");
    }

    static String commit(Entry entry) {
        return entry.text(COMMIT, "a commit of 3 to 64 digits 0-9a-f");
    }

    static String number(Entry entry) {
        return entry.text(NUMBER, "a number of at most 20 digits");
    }

    static Nvr nvr(Entry entry) {
        return new Nvr(entry.text(NVR, "a name-version-release"));
    }

    static List<Rpm> rpms(List<Entry> entries) {
        return entries.stream().map(Values::rpm).distinct().toList();
    }

    private static Rpm rpm(Entry entry) {
        String text = entry.text();
        try {
            return Rpm.parse(text);
        } catch (IllegalArgumentException e) {
            throw entry.expected("an RPM name-version-release.arch");
        }
    }
}
