package io.freshmaker.command.rules;

import io.freshmaker.command.yaml.Entry;
import io.freshmaker.command.yaml.Place;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that has to match the beginning of a value: {@code REL} matches {@code REL_PREP}, {@code REL$} does not
 * (spec §8.2). It gives up on long values and after many steps, as some expressions take years for 40 characters.
 */
record Prefix(Pattern pattern, Place place) {
    static final int LONGEST_VALUE = 500;
    private static final int MOST_STEPS = 100_000;

    /** A scalar; {@code true} and {@code false} are the original's {@code True} and {@code False}. */
    static Prefix read(Entry entry) {
        try {
            String text = entry.isTruth() ? (entry.truth() ? "True" : "False") : entry.text();
            return new Prefix(Pattern.compile(text), entry.place());
        } catch (PatternSyntaxException e) {
            throw entry.mistake("not a regular expression: " + e.getDescription() + " near index " + e.getIndex());
        }
    }

    boolean matches(String value) {
        if (value.length() > LONGEST_VALUE) throw new GaveUp(place);
        return pattern.matcher(new Counted(value, place)).lookingAt();
    }

    /** Nobody knows whether the pattern matches; who asks has to be on the safe side. */
    static final class GaveUp extends RuntimeException {
        private final transient Place place;

        GaveUp(Place place) {
            super("Gave up at " + place);
            this.place = place;
        }

        Place place() {
            return place;
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private final Place place;
        private int steps;

        Counted(String text, Place place) {
            this.text = text;
            this.place = place;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) throw new GaveUp(place);
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
