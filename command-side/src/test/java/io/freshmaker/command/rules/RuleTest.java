package io.freshmaker.command.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.command.yaml.Place;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Criteria of which only some are known, as rules are asked at several levels (spec §8.2). */
class RuleTest {
    private static final Place HERE = new Place("rules.yml", 1, 1);
    private static final Map<Criterion, String> NAME_ONLY = Map.of(Criterion.NAME, "app");

    @Test
    void what_a_rule_asks_and_nobody_knows_is_ignored() {
        var rule = new Rule.Asks(HERE, Map.of(Criterion.NAME, patterns("app"), Criterion.BRANCH, patterns("f42")));

        assertThat(rule.match(NAME_ONLY)).isPresent();
    }

    @Test
    void a_rule_that_asks_nothing_that_is_known_does_not_match() {
        var branch = new Rule.Asks(HERE, Map.of(Criterion.BRANCH, patterns(".*")));
        var name = new Rule.Asks(HERE, Map.of(Criterion.NAME, patterns("app")));

        assertThat(branch.match(NAME_ONLY)).isEmpty();
        assertThat(new Rule.AllOf(HERE, List.of(name, branch)).match(NAME_ONLY)).isEmpty();
        assertThat(new Rule.AnyOf(HERE, List.of(branch, name)).match(NAME_ONLY)).isPresent();
    }

    private static List<Prefix> patterns(String pattern) {
        return List.of(new Prefix(Pattern.compile(pattern), HERE));
    }
}
