package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.adapter.errata.Told.Kind;
import io.freshmaker.command.outside.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Predicate;

/** For which release of RHEL each version of a product is. That never changes, so it is asked once a day. */
final class ProductVersions {

    private static final Duration AGE = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private final ErrataApi errata;
    private final String prefix;
    private final Remembered<String, String> releases;

    /** @param prefix what the name of a wanted release begins with; empty: all are wanted, and nobody is asked */
    ProductVersions(ErrataApi errata, String prefix, Clock clock) {
        this.errata = errata;
        this.prefix = prefix;
        this.releases = new Remembered<>(AGE, MOST, clock);
    }

    /** Whether a version of an advisory's product is wanted, by its name. */
    Predicate<String> wantedOf(long advisory) {
        if (prefix.isEmpty()) return _ -> true;
        long product =
                Erratum.told(advisory, errata.object(Erratum.path(advisory))).product();
        return version -> release(product, version).startsWith(prefix);
    }

    private String release(long product, String version) {
        return releases.orAsk(product + "/" + version, () -> ask(product, version));
    }

    private String ask(long product, String version) {
        String path = "products/%d/product_versions/%d.json".formatted(product, id(product, version));
        return new Told(path, errata.object(path))
                .get("rhel_release")
                .get("name")
                .text(Kind.LINE);
    }

    private long id(long product, String version) {
        String path = "products/%d/product_versions.json".formatted(product);
        return new Told(path, errata.list(path))
                .elements()
                .map(one -> one.get("product_version"))
                .filter(one -> one.get("name").text(Kind.LINE).equals(version))
                .map(one -> one.get("id").id())
                .findFirst()
                .orElseThrow(() -> ErrataApi.strange(path, "not the version that the advisory is for"));
    }
}
