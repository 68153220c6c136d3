package io.freshmaker.command.rules;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules that are easier to say than to write into a file. */
public final class RulesForTests {
    public static final Rules EVERYTHING = (handler, type, criteria) -> Optional.empty();

    private RulesForTests() {}

    public static Rules allBut(String... names) {
        return (handler, type, criteria) ->
                List.of(names).contains(criteria.known().getOrDefault(Criterion.NAME, ""))
                        ? Optional.of(objection(handler))
                        : Optional.empty();
    }

    public static Reason objection(String handler) {
        return new Reason(
                ReasonCode.BLOCKED, Map.of("handler", handler, "rule", "block.global.image", "place", "rules.yml:7"));
    }
}
