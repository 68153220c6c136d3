package io.freshmaker.command.rules;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.rules.Answer.Truth;
import io.freshmaker.command.rules.RuleSections.Section;
import io.freshmaker.command.yaml.Entry;
import java.util.Map;
import java.util.Optional;

/** What a whole rules file says. */
record RuleBook(String file, RuleSections allow, RuleSections block) {
    static RuleBook read(Entry entry) {
        var fields = entry.fields("allow", "block");
        RuleSections none = new RuleSections(Map.of());
        return new RuleBook(
                entry.place().file(),
                fields.optional("allow").map(RuleSections::read).orElse(none),
                fields.optional("block").map(RuleSections::read).orElse(none));
    }

    /**
     * While something is not known yet, an allow rule objects only if it can never match and a block rule only if it always will.
     * Whoever gives up is on the safe side: a block rule blocks then, an allow rule allows nothing.
     */
    Optional<Reason> objection(String handler, ArtifactType type, Criteria criteria) {
        return blocked(handler, type, criteria).or(() -> notAllowed(handler, type, criteria));
    }

    private Optional<Reason> blocked(String handler, ArtifactType type, Criteria criteria) {
        return block.of(handler, type)
                .flatMap(section -> objecting(section, criteria, Truth.YES)
                        .map(place -> reason(ReasonCode.BLOCKED, handler, section.field(), place)));
    }

    private Optional<Reason> notAllowed(String handler, ArtifactType type, Criteria criteria) {
        Optional<Section> section = allow.of(handler, type);
        if (section.isEmpty()) return Optional.of(reason(ReasonCode.NOT_ALLOWED, handler, "none", file));
        if (objecting(section.get(), criteria, Truth.NO).isEmpty()) return Optional.empty();
        String place = section.get().rule().place().fileAndLine();
        return Optional.of(reason(ReasonCode.NOT_ALLOWED, handler, section.get().field(), place));
    }

    /** Where the section's rule says so; also where it gives up. */
    private static Optional<String> objecting(Section section, Criteria criteria, Truth objection) {
        try {
            Answer answer = section.rule().answer(criteria);
            return answer.is(objection) ? Optional.of(answer.place().fileAndLine()) : Optional.empty();
        } catch (Prefix.GaveUp e) {
            return Optional.of(e.place().fileAndLine());
        }
    }

    private static Reason reason(ReasonCode code, String handler, String rule, String place) {
        return new Reason(code, Map.of("handler", handler, "rule", rule, "place", place));
    }
}
