package io.freshmaker.command.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import io.freshmaker.command.port.OperatorBundles.ManifestList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What all {@link OperatorBundles} must do. */
public abstract class OperatorBundlesContract {

    private static final Nvr APP = new Nvr("app-1-1");
    private static final Nvr SHOP = new Nvr("shop-bundle-1-1");
    private static final OperatorBundle BUNDLE = new OperatorBundle("sha256:b1", "shop.1.2.3", "1.2.3");
    private static final OperatorBundle NAMELESS = new OperatorBundle("sha256:b2", null, null);
    private static final OperatorBundle OLD = new OperatorBundle("sha256:b3", "shop.1.2.2", "1.2.2");

    /** Some that know these bundles, each in one index image. */
    protected abstract OperatorBundles listing(List<Listed> bundles);

    /** The same, with the image that is this bundle; no other image is known. */
    protected abstract OperatorBundles listing(List<Listed> bundles, Nvr image, OperatorBundle bundle);

    /** Some that know the image with these lists of manifests, the first one published. */
    protected abstract OperatorBundles knowing(Nvr image, String published, String unpublished);

    private OperatorBundles listing() {
        return listing(List.of(
                new Listed(BUNDLE, true, Set.of("sha256:a1", "sha256:a2")),
                new Listed(BUNDLE, true, Set.of("sha256:a1", "sha256:a2")),
                new Listed(NAMELESS, true, Set.of("sha256:a2")),
                new Listed(OLD, false, Set.of("sha256:a1"))));
    }

    @Test
    void the_newest_bundles_that_refer_to_an_image_are_found_once() {
        assertThat(listing().referringTo(List.of("sha256:a1"))).containsExactly(BUNDLE);
        assertThat(listing().referringTo(List.of("sha256:a2", "sha256:a1", "sha256:a1")))
                .containsExactlyInAnyOrder(BUNDLE, NAMELESS);
    }

    @Test
    void what_no_bundle_refers_to_finds_none() {
        assertThat(listing().referringTo(List.of("sha256:a3"))).isEmpty();
        assertThat(listing().referringTo(List.of())).isEmpty();
    }

    @Test
    void the_bundle_in_an_image_is_found_whether_it_is_the_newest_or_not() {
        List<Listed> listed = List.of(
                new Listed(new OperatorBundle(OLD.digest(), null, null), false, Set.of()),
                new Listed(OLD, false, Set.of("sha256:a1")),
                new Listed(BUNDLE, true, Set.of("sha256:a1")));

        OperatorBundles some = listing(listed, SHOP, OLD);

        assertThat(some.bundlesIn(List.of(SHOP, APP))).isEqualTo(Map.of(SHOP, OLD));
        assertThat(some.bundlesIn(List.of())).isEmpty();
    }

    @Test
    void an_image_that_is_listed_as_no_bundle_has_none() {
        assertThat(listing(List.of(), SHOP, OLD).bundlesIn(List.of(SHOP))).isEmpty();
    }

    @Test
    void an_image_is_known_by_each_of_its_digests() {
        OperatorBundles some = knowing(SHOP, "sha256:b1", "sha256:b9");

        assertThat(some.imagesWith(List.of("sha256:b1", "sha256:b9", "sha256:b2")))
                .isEqualTo(Map.of("sha256:b1", SHOP, "sha256:b9", SHOP));
        assertThat(some.imagesWith(List.of())).isEmpty();
    }

    @Test
    void the_digests_of_an_image_are_known_with_whether_customers_see_them() {
        OperatorBundles some = knowing(APP, "sha256:a1", "sha256:a2");

        assertThat(some.manifestsOf(List.of(APP, SHOP)))
                .isEqualTo(Map.of(
                        APP, List.of(new ManifestList("sha256:a1", true), new ManifestList("sha256:a2", false))));
        assertThat(some.manifestsOf(List.of())).isEmpty();
    }
}
