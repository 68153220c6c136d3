package io.freshmaker.command.image;

import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.command.port.ImageRecord;
import java.util.Map;
import java.util.Optional;

/**
 * Says of an image whether it needs the advisory, by its RPMs alone: the same for images that were searched for and for what they
 * are built from.
 */
record Judge(ImageQuestion question, AdvisoryRpms rpms) {
    static Judge of(ImageQuestion question) {
        return new Judge(question, new AdvisoryRpms(question.fixes()));
    }

    /** Nobody knows what it contains: then it may need the advisory (spec §7.2, 3). */
    Verdict on(ImageRecord image) {
        if (image.rpms() == null) return new Verdict(true, unknownContent());
        return rpms.mostTelling(image)
                .map(this::verdict)
                .orElseGet(() -> new Verdict(false, Reason.of(ReasonCode.NOT_OLDER, "update", question.name())));
    }

    private Verdict verdict(Sighting sighting) {
        if (!sighting.older()) return new Verdict(false, notOlder(sighting));
        boolean named = !question.leaves().isEmpty(); // who names an image knows its module
        return sighting.sameKind() || named
                ? new Verdict(true, fixes(sighting))
                : new Verdict(false, otherModule(sighting));
    }

    private Reason unknownContent() {
        return new Reason(ReasonCode.ADVISORY_FIXES, Map.of("advisory", number(), "name", question.name()));
    }

    private Reason fixes(Sighting sighting) {
        return new Reason(
                ReasonCode.ADVISORY_FIXES,
                Map.of(
                        "advisory", number(),
                        "name", question.name(),
                        "rpm", sighting.contained().name(),
                        "contained", sighting.contained().value(),
                        "updated", sighting.fix().value()));
    }

    private Reason notOlder(Sighting sighting) {
        return new Reason(
                ReasonCode.NOT_OLDER,
                Map.of(
                        "update", question.name(),
                        "rpm", sighting.contained().name(),
                        "contained", sighting.contained().value(),
                        "updated", sighting.fix().value()));
    }

    private Reason otherModule(Sighting sighting) {
        return new Reason(
                ReasonCode.OTHER_MODULE_STREAM,
                Map.of(
                        "advisory", number(),
                        "rpm", sighting.contained().name(),
                        "contained", sighting.contained().value(),
                        "updated", sighting.fix().value()));
    }

    /** {@link ReasonCode#OTHER_CONTENT_SETS}, when it has none that the advisory is shipped in. */
    Optional<Reason> onContentSets(ImageRecord image) {
        if (image.contentSets().stream().anyMatch(question.contentSets()::contains)) return Optional.empty();
        return Optional.of(new Reason(
                ReasonCode.OTHER_CONTENT_SETS,
                Map.of("advisory", number(), "content_sets", String.join(", ", image.contentSets()))));
    }

    private String number() {
        return Long.toString(question.advisory());
    }
}
