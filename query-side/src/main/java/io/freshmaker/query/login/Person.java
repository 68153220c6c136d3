package io.freshmaker.query.login;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Somebody who has logged in.
 *
 * @param groups asked for when a role depends on it; may say that nobody knows them just now
 * @param scopes what his token is for; empty without a token
 */
public record Person(String name, Mode mode, Supplier<Set<String>> groups, Set<String> scopes) {

    private static final int LONGEST = 200;

    /** Nobody when the name is none that we can store and show: at most 200 characters, all of them visible. */
    public static Optional<Person> of(String name, Mode mode, Supplier<Set<String>> groups, Set<String> scopes) {
        boolean usable = !name.isBlank()
                && name.equals(name.strip())
                && name.length() <= LONGEST
                && name.codePoints().noneMatch(Person::isHidden);
        return usable ? Optional.of(new Person(name, mode, groups, scopes)) : Optional.empty();
    }

    private static boolean isHidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
