package io.freshmaker.command.adapter.distgit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.lib.PersonIdent;

/** Who our commits are from. */
record Author(String name, String address) {

    private static final Pattern FORM = Pattern.compile("([^<>\\n]*[^<>\\s]) <([^<>\\s]+)>");

    static Author parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    DistGitSettings.PREFIX + ".author: expected Name <address>, found " + text);
        }
        return new Author(matcher.group(1), matcher.group(2));
    }

    @Override
    public String toString() {
        return name + " <" + address + ">";
    }

    PersonIdent at(Instant time) {
        return new PersonIdent(name, address, time, ZoneOffset.UTC);
    }
}
