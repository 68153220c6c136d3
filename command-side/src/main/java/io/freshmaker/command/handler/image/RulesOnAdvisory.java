package io.freshmaker.command.handler.image;

import io.freshmaker.api.plan.ArtifactType;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.handler.Draft;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.rules.Criteria;
import io.freshmaker.command.rules.Criterion;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What rules say to an advisory, and to each image that may be rebuilt for it (spec §8.3, decision 0023). */
final class RulesOnAdvisory {

    private final Advisory advisory;
    private final Draft draft;
    private final Criteria criteria;
    private final boolean publishedOnly;

    RulesOnAdvisory(Advisory advisory, Draft draft) {
        this.advisory = advisory;
        this.draft = draft;
        this.criteria = criteria(advisory);
        this.publishedOnly = draft.objection(
                        ArtifactType.IMAGE,
                        criteria.with(Criterion.PUBLISHED, true).without(Criterion.OF_IMAGES))
                .isEmpty();
    }

    /** Why it may rebuild no image, whichever. */
    Optional<Reason> objection() {
        Criteria beforeImages = criteria.without(Criterion.OF_IMAGES).without(Set.of(Criterion.PUBLISHED));
        return draft.objection(ArtifactType.IMAGE, beforeImages).map(this::ofAdvisory);
    }

    /** Whether only published images are looked at: where rules allow those (spec §5.2.1). */
    boolean isPublishedOnly() {
        return publishedOnly;
    }

    /** @param repository the one whose tag the image has; null where a person named the image */
    Optional<Reason> objection(ImageRecord image, @Nullable ImageRepository repository) {
        Nvr nvr = image.nvr();
        Criteria all = criteria.with(Criterion.PUBLISHED, publishedOnly)
                .with(Criterion.NAME, nvr.name())
                .with(Criterion.IMAGE_NAME, nvr.name())
                .with(Criterion.IMAGE_VERSION, nvr.version())
                .with(Criterion.IMAGE_RELEASE, nvr.release());
        return draft.objection(
                ArtifactType.IMAGE,
                repository == null ? all : all.with(Criterion.IMAGE_PUBLISHED_REPO, repository.name()));
    }

    private Reason ofAdvisory(Reason objection) {
        Map<String, String> facts = new TreeMap<>(objection.facts());
        facts.put("advisory", String.valueOf(advisory.id()));
        return new Reason(ReasonCode.ADVISORY_NOT_ALLOWED, facts);
    }

    private static Criteria criteria(Advisory advisory) {
        return Criteria.NONE
                .with(Criterion.ADVISORY_NAME, advisory.name())
                .with(Criterion.ADVISORY_STATE, advisory.state())
                .with(Criterion.ADVISORY_SECURITY_IMPACT, advisory.severity())
                .with(Criterion.ADVISORY_HIGHEST_CVE_SEVERITY, advisory.severity())
                .with(Criterion.ADVISORY_PRODUCT_SHORT_NAME, advisory.product())
                .with(Criterion.ADVISORY_RELEASE_NAME, advisory.release())
                .with(Criterion.ADVISORY_CONTENT_TYPES, String.join(" ", advisory.contentTypes()))
                .with(Criterion.ADVISORY_IS_MAJOR_INCIDENT, advisory.majorIncident())
                .with(Criterion.ADVISORY_HAS_HIGHTOUCH_BUG, advisory.majorIncident())
                .with(Criterion.ADVISORY_IS_COMPLIANCE_PRIORITY, advisory.compliancePriority())
                .with(Criterion.ADVISORY_IS_CONTRACT_PRIORITY, advisory.contractPriority());
    }
}
