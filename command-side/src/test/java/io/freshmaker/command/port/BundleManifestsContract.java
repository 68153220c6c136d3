package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.value.Nvr;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all {@link BundleManifests} must do. */
public abstract class BundleManifestsContract {

    private static final Nvr SHOP = new Nvr("shop-bundle-1-1");
    private static final Nvr OTHER = new Nvr("other-bundle-1-1");
    private static final BundleManifest MANAGED = new BundleManifest(
            true,
            List.of(
                    new Pullspec("r/shop/db:v1", "r/shop/db@sha256:d1", true, null),
                    new Pullspec("r/shop/app@sha256:a1", "r/shop/app@sha256:a1", false, null)));
    private static final BundleManifest UNMANAGED = new BundleManifest(false, List.of());

    /** Some that know exactly these. */
    protected abstract BundleManifests knowing(Map<Nvr, BundleManifest> manifests);

    @Test
    void each_bundle_is_told_with_its_pullspecs_in_their_order() {
        assertThat(knowing(Map.of(SHOP, MANAGED, OTHER, UNMANAGED)).of(List.of(SHOP, OTHER)))
                .isEqualTo(Map.of(SHOP, MANAGED, OTHER, UNMANAGED));
    }

    @Test
    void one_that_nobody_knows_is_missing() {
        assertThat(knowing(Map.of(SHOP, MANAGED)).of(List.of(OTHER))).isEmpty();
        assertThat(knowing(Map.of(SHOP, MANAGED)).of(List.of())).isEmpty();
    }
}
