package io.freshmaker.command.rules;

import io.freshmaker.command.rules.Answer.Truth;
import io.freshmaker.command.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One rule of the file, as the tree it is written as (spec §8.2). */
sealed interface Rule {
    /** Where it stands. */
    Place place();

    /** What it says; without anything pending that is yes or no. */
    Answer answer(Criteria criteria);

    /** Where the part stands that made it match when nothing more will be known; empty when it does not. */
    default Optional<Place> match(Map<Criterion, String> known) {
        Answer answer = answer(new Criteria(known, Set.of()));
        return answer.is(Truth.YES) ? Optional.of(answer.place()) : Optional.empty();
    }

    /** At least one must match. */
    record AnyOf(Place place, List<Rule> rules) implements Rule {
        @Override
        public Answer answer(Criteria criteria) {
            Answer best = new Answer(Truth.NO, place);
            for (Rule rule : rules) {
                Answer answer = rule.answer(criteria);
                if (answer.is(Truth.YES)) return answer;
                if (answer.truth().compareTo(best.truth()) > 0) best = answer;
            }
            return best;
        }
    }

    /** All must match; none at all never do. */
    record AllOf(Place place, List<Rule> rules) implements Rule {
        @Override
        public Answer answer(Criteria criteria) {
            if (rules.isEmpty()) return new Answer(Truth.NO, place);
            Truth least = Truth.YES;
            for (Rule rule : rules) {
                Truth truth = rule.answer(criteria).truth();
                if (truth == Truth.NO) return new Answer(Truth.NO, place);
                if (truth == Truth.PERHAPS) least = Truth.PERHAPS;
            }
            return new Answer(least, place);
        }
    }

    /** Every criterion that is asked about and known must match one of its patterns; with none known it never does. */
    record Asks(Place place, Map<Criterion, List<Prefix>> patterns) implements Rule {
        @Override
        public Answer answer(Criteria criteria) {
            return new Answer(truth(criteria), place);
        }

        private Truth truth(Criteria criteria) {
            List<Criterion> shared = patterns.keySet().stream()
                    .filter(criteria.known()::containsKey)
                    .toList();
            if (!shared.stream().allMatch(one -> matches(one, criteria.known()))) return Truth.NO;
            if (patterns.keySet().stream().anyMatch(criteria.pending()::contains)) return Truth.PERHAPS;
            return shared.isEmpty() ? Truth.NO : Truth.YES;
        }

        private boolean matches(Criterion one, Map<Criterion, String> known) {
            String value = Objects.requireNonNull(known.get(one));
            return Objects.requireNonNull(patterns.get(one)).stream().anyMatch(pattern -> pattern.matches(value));
        }
    }
}
