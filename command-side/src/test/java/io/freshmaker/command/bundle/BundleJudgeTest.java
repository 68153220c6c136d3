package io.freshmaker.command.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.freshmaker.api.plan.BundleOverrides;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.reason.Reason;
import io.freshmaker.api.reason.ReasonCode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.bundle.BundleJudge.Verdict;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.port.OperatorBundles.ManifestList;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one bundle is rebuilt with. */
class BundleJudgeTest {

    private static final Nvr ORIGINAL = new Nvr("app-1-1");
    private static final Nvr REBUILT = new Nvr("app-1-1.300");
    private static final OperatorBundle BUNDLE = new OperatorBundle("sha256:b", "shop.1.2.3", "1.2.3");
    private static final Pullspec APP =
            new Pullspec("registry.example.com/shop/app:v1", "registry.example.com/shop/app@sha256:old", false, null);
    private static final Pullspec OTHER =
            new Pullspec("registry.example.com/shop/db:v1", "registry.example.com/shop/db@sha256:db", true, null);

    private static final Instant AT = Instant.parse("2020-12-25T00:00:00Z");

    private final ReplacedDigests digests = digests(Map.of(
            ORIGINAL, List.of(new ManifestList("sha256:old", true), new ManifestList("sha256:hidden", false)),
            REBUILT, List.of(new ManifestList("sha256:new", false))));
    private final BundleJudge judge = new BundleJudge(28484, "RHBA-2026:28484", digests, true, AT);

    @Test
    void a_digest_is_replaced_and_pinned_and_everything_else_stays() {
        Verdict verdict = judge.on(BUNDLE, new BundleManifest(true, List.of(OTHER, APP)));

        assertThat(verdict.overrides())
                .isEqualTo(new BundleOverrides(
                        List.of(
                                OTHER,
                                new Pullspec(
                                        APP.original(),
                                        "registry.example.com/shop/app@sha256:new",
                                        true,
                                        "registry.example.com/shop/app@sha256:old")),
                        "shop.1.2.3-0.1608854400.p",
                        "1.2.3+0.1608854400.p",
                        "shop.1.2.3"));
        assertThat(verdict.reason())
                .isEqualTo(new Reason(
                        ReasonCode.BUNDLE_IMAGES_SHIPPED,
                        Map.of(
                                "advisory", "28484",
                                "name", "RHBA-2026:28484",
                                "original", "app-1-1",
                                "rebuilt", "app-1-1.300",
                                "count", "1")));
    }

    @Test
    void a_bundle_that_is_to_take_nobodys_place_does_not_say_so() {
        Verdict verdict = new BundleJudge(28484, "RHBA-2026:28484", digests, false, AT)
                .on(BUNDLE, new BundleManifest(true, List.of(APP)));

        assertThat(Objects.requireNonNull(verdict.overrides()).substitutesFor()).isNull();
    }

    @Test
    void a_bundle_whose_pullspecs_the_build_system_did_not_write_is_left_alone() {
        assertDeclined(ReasonCode.PULLSPECS_NOT_MANAGED, judge.on(BUNDLE, null));
        assertDeclined(ReasonCode.PULLSPECS_NOT_MANAGED, judge.on(BUNDLE, new BundleManifest(false, List.of(APP))));
    }

    @Test
    void a_bundle_that_has_none_of_the_digests_is_left_alone() {
        Pullspec hidden = new Pullspec("r/app:v1", "r/app@sha256:hidden", true, null);
        Pullspec tagged = new Pullspec("r/app:v1", "r/app:v1", true, null);

        assertDeclined(
                ReasonCode.NO_PULLSPEC_REPLACED,
                judge.on(BUNDLE, new BundleManifest(true, List.of(OTHER, hidden, tagged))));
    }

    @Test
    void a_bundle_without_a_name_or_a_version_that_can_be_made_newer_is_left_alone() {
        BundleManifest manifest = new BundleManifest(true, List.of(APP));

        assertDeclined(ReasonCode.NO_CSV, judge.on(new OperatorBundle("sha256:b", null, "1.2.3"), manifest));
        assertDeclined(ReasonCode.NO_CSV, judge.on(new OperatorBundle("sha256:b", "shop", null), manifest));
        assertDeclined(ReasonCode.NO_CSV, judge.on(new OperatorBundle("sha256:b", "shop", "one"), manifest));
    }

    @Test
    void an_image_that_is_the_same_as_before_replaces_nothing() {
        assertThat(digests(Map.of(
                                ORIGINAL, List.of(new ManifestList("sha256:same", true)),
                                REBUILT, List.of(new ManifestList("sha256:same", true))))
                        .byOld())
                .isEmpty();
    }

    @Test
    void what_customers_see_of_the_new_image_is_preferred() {
        assertThat(digests(Map.of(
                                ORIGINAL, List.of(new ManifestList("sha256:old", true)),
                                REBUILT,
                                        List.of(
                                                new ManifestList("sha256:a", false),
                                                new ManifestList("sha256:b", true))))
                        .byOld()
                        .get("sha256:old"))
                .isEqualTo(new ReplacedDigests.Replacement(ORIGINAL, REBUILT, "sha256:b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v4.8", "=v4.8", "v4.7-v4.8", "v4.5, v4.6", "v4.6,v4.5"})
    void one_version_or_a_range_can_be_built(String versions) {
        assertThat(OpenshiftVersions.flaw(Map.of("com.redhat.openshift.versions", versions)))
                .isEmpty();
    }

    @Test
    void a_list_of_versions_cannot_be_built() {
        assertThat(OpenshiftVersions.flaw(Map.of("com.redhat.openshift.versions", "v4.7,v4.8")))
                .contains(Reason.of(ReasonCode.INVALID_OPENSHIFT_VERSIONS, "versions", "v4.7,v4.8"));
        assertThat(OpenshiftVersions.flaw(Map.of())).isEmpty();
    }

    private static ReplacedDigests digests(Map<Nvr, List<ManifestList>> manifests) {
        return ReplacedDigests.of(new ReplacedImages(new TreeMap<>(Map.of(ORIGINAL, REBUILT))), manifests);
    }

    private static void assertDeclined(ReasonCode why, Verdict verdict) {
        assertThat(verdict.overrides()).isNull();
        assertThat(verdict.reason().code()).isEqualTo(why);
    }
}
