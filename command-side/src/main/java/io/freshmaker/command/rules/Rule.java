package io.freshmaker.command.rules;

import io.freshmaker.command.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One rule of the file, as the tree it is written as (spec §8.2). */
sealed interface Rule {
    /** Where it stands. */
    Place place();

    /** Where the part stands that made it match; empty when it does not. */
    Optional<Place> match(Map<Criterion, String> criteria);

    /** At least one must match. */
    record AnyOf(Place place, List<Rule> rules) implements Rule {
        @Override
        public Optional<Place> match(Map<Criterion, String> criteria) {
            return rules.stream().flatMap(rule -> rule.match(criteria).stream()).findFirst();
        }
    }

    /** All must match; none at all never do. */
    record AllOf(Place place, List<Rule> rules) implements Rule {
        @Override
        public Optional<Place> match(Map<Criterion, String> criteria) {
            boolean all = !rules.isEmpty()
                    && rules.stream().allMatch(rule -> rule.match(criteria).isPresent());
            return all ? Optional.of(place) : Optional.empty();
        }
    }

    /** Every criterion that is asked about and known must match one of its patterns; with none known it never does. */
    record Asks(Place place, Map<Criterion, List<Prefix>> patterns) implements Rule {
        @Override
        public Optional<Place> match(Map<Criterion, String> criteria) {
            List<Criterion> shared =
                    patterns.keySet().stream().filter(criteria::containsKey).toList();
            boolean all = !shared.isEmpty() && shared.stream().allMatch(one -> matches(one, criteria));
            return all ? Optional.of(place) : Optional.empty();
        }

        private boolean matches(Criterion one, Map<Criterion, String> criteria) {
            String value = Objects.requireNonNull(criteria.get(one));
            return Objects.requireNonNull(patterns.get(one)).stream().anyMatch(pattern -> pattern.matches(value));
        }
    }
}
