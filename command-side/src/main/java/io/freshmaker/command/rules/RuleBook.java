package io.freshmaker.command.rules;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.rules.RuleSections.Section;
import io.freshmaker.command.yaml.Entry;
import io.freshmaker.command.yaml.Place;
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

    /** Whoever gives up is on the safe side: a block rule blocks then, an allow rule allows nothing. */
    Optional<Reason> objection(String handler, ArtifactType type, Map<Criterion, String> criteria) {
        return blocked(handler, type, criteria).or(() -> notAllowed(handler, type, criteria));
    }

    private Optional<Reason> blocked(String handler, ArtifactType type, Map<Criterion, String> criteria) {
        return block.of(handler, type)
                .flatMap(section -> match(section, criteria, true)
                        .map(place -> reason(ReasonCode.BLOCKED, handler, section.field(), place)));
    }

    private Optional<Reason> notAllowed(String handler, ArtifactType type, Map<Criterion, String> criteria) {
        Optional<Section> section = allow.of(handler, type);
        if (section.isEmpty()) return Optional.of(reason(ReasonCode.NOT_ALLOWED, handler, "none", file));
        if (match(section.get(), criteria, false).isPresent()) return Optional.empty();
        String place = section.get().rule().place().fileAndLine();
        return Optional.of(reason(ReasonCode.NOT_ALLOWED, handler, section.get().field(), place));
    }

    private static Optional<String> match(Section section, Map<Criterion, String> criteria, boolean whenInDoubt) {
        try {
            return section.rule().match(criteria).map(Place::fileAndLine);
        } catch (Prefix.GaveUp e) {
            return whenInDoubt ? Optional.of(e.place().fileAndLine()) : Optional.empty();
        }
    }

    private static Reason reason(ReasonCode code, String handler, String rule, String place) {
        return new Reason(code, Map.of("handler", handler, "rule", rule, "place", place));
    }
}
