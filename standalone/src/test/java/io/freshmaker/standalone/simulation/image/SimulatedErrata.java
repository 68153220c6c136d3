package io.freshmaker.standalone.simulation.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.ContentSets;
import io.freshmaker.standalone.simulation.build.OutsideCalls;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Knows the one advisory of an {@link ImageWorld}, as one process asks. */
public final class SimulatedErrata implements Advisories, ContentSets {

    private static final String REPOSITORY = "common-rpms__9__x86_64";
    private static final AdvisoryContent CONTENT = new AdvisoryContent(
            ImageWorld.fixes(),
            ImageWorld.fixes(),
            ImageWorld.fixes(),
            ImageWorld.fixes(),
            List.of(REPOSITORY),
            true);

    private final OutsideCalls errata;
    private final OutsideCalls pulp;

    public SimulatedErrata(OutsideCalls calls) {
        this.errata = calls.to("errata");
        this.pulp = calls.to("pulp");
    }

    @Override
    public Optional<Advisory> find(long id) {
        return errata.call("advisory " + id, () -> id == ImageWorld.ADVISORY ? Optional.of(advisory()) : none());
    }

    @Override
    public AdvisoryContent contentOf(long id) {
        return errata.call("content of advisory " + id, () -> CONTENT);
    }

    @Override
    public List<Long> having(String build) {
        Nvr wanted = new Nvr(build);
        return errata.call(
                "advisories with " + build,
                () -> CONTENT.builds().contains(wanted) ? List.of(ImageWorld.ADVISORY) : List.of());
    }

    @Override
    public Set<String> of(Collection<String> repositories) {
        return pulp.call("content sets of " + repositories, () -> Set.of(ImageWorld.SHARED_SET));
    }

    private static Optional<Advisory> none() {
        return Optional.empty();
    }

    private static Advisory advisory() {
        return new Advisory(
                ImageWorld.ADVISORY,
                "RHSA-2026:" + ImageWorld.ADVISORY,
                "SHIPPED_LIVE",
                List.of("rpm"),
                "important",
                "shelf",
                "SHELF-1",
                null,
                List.of("CVE-2026-1"),
                false,
                false,
                false,
                "nobody");
    }
}
