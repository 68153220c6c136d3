package io.freshmaker.standalone.simulation.image;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.Advisories;
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.standalone.simulation.build.OutsideCalls;
import java.util.List;
import java.util.Optional;

/** Knows the one advisory of an {@link ImageWorld}, as one process asks. */
public final class SimulatedErrata implements Advisories {

    private static final AdvisoryContent CONTENT = new AdvisoryContent(
            ImageWorld.fixes(),
            ImageWorld.fixes(),
            ImageWorld.fixes(),
            ImageWorld.fixes(),
            List.of(ImageWorld.SHARED_SET),
            true);

    private final OutsideCalls errata;

    public SimulatedErrata(OutsideCalls calls) {
        this.errata = calls.to("errata");
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
