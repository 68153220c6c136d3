package io.freshmaker.command.adapter.pyxis;

import static io.freshmaker.command.adapter.pyxis.FakePyxisBundles.INDEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.command.port.OperatorBundles.ManifestList;
import io.freshmaker.command.port.Unavailable;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Pyxis is asked about bundles, and what becomes of its answers (spec §9.4, §16). */
class PyxisBundlesTest {

    private static final OperatorBundle BUNDLE = new OperatorBundle("sha256:b1", "shop.1.2.3", "1.2.3");
    private static final Listed SHOP = new Listed(BUNDLE, true, Set.of("sha256:a1"));

    private final FakePyxis pyxis = new FakePyxis();

    @AfterEach
    void close() {
        pyxis.close();
    }

    @Test
    void the_index_images_of_the_organizations_are_asked_for_then_the_bundles_of_each_digest() {
        pyxis.bundles().bundle(SHOP, INDEX);

        Pyxises.bundles(pyxis).referringTo(List.of("sha256:a1", "no digest"));

        assertThat(paths())
                .containsExactly(
                        "/v1/operators/indices?include=data.path,data.ocp_version&filter=organization==redhat"
                                + "&page_size=100&page=0",
                        "/v1/operators/indices?include=data.path,data.ocp_version&filter=organization==redhat"
                                + "&page_size=100&page=1",
                        "/v1/operators/bundles?include=data.bundle_path_digest,data.csv_name,data.version_original"
                                + "&filter=related_images.digest==sha256:a1 and latest_in_channel==true"
                                + " and source_index_container_path=in=(registry.example.com/index:v4.16)"
                                + "&page_size=100&page=0",
                        "/v1/operators/bundles?include=data.bundle_path_digest,data.csv_name,data.version_original"
                                + "&filter=related_images.digest==sha256:a1 and latest_in_channel==true"
                                + " and source_index_container_path=in=(registry.example.com/index:v4.16)"
                                + "&page_size=100&page=1");
    }

    @Test
    void a_bundle_that_somebody_names_is_asked_for_by_all_digests_of_its_image() {
        Nvr shop = new Nvr("shop-bundle-1-1");
        pyxis.bundles().image(shop, "sha256:b1", true);
        pyxis.bundles().image(shop, "sha256:b0", false);

        Pyxises.bundles(pyxis).bundlesIn(List.of(shop));

        assertThat(paths())
                .anySatisfy(path -> assertThat(path).contains("filter=bundle_path_digest=in=(sha256:b0,sha256:b1)&"));
    }

    @Test
    void only_bundles_in_index_images_of_the_wanted_organizations_and_versions_are_found() {
        pyxis.bundles().index("redhat", "r/index:v4.17", "4.17").index("others", "r/others:v4.16", "4.16");
        pyxis.bundles().bundle(SHOP, "r/index:v4.17");
        pyxis.bundles().bundle(SHOP, "r/others:v4.16");

        assertThat(bundles(List.of("redhat"), List.of("4.16")).referringTo(List.of("sha256:a1")))
                .isEmpty();
        assertThat(bundles(List.of("redhat"), List.of()).referringTo(List.of("sha256:a1")))
                .containsExactly(BUNDLE);
        assertThat(bundles(List.of("redhat", "others"), List.of("4.16")).referringTo(List.of("sha256:a1")))
                .containsExactly(BUNDLE);
    }

    @Test
    void without_an_index_image_no_bundle_is_asked_for() {
        assertThat(bundles(List.of("nobody"), List.of()).referringTo(List.of("sha256:a1")))
                .isEmpty();
        assertThat(paths()).hasSize(1).allMatch(path -> path.contains("indices"));
    }

    @Test
    void an_image_that_koji_did_not_build_is_not_ours() {
        pyxis.bundles().image("", "sha256:b1", true);

        assertThat(Pyxises.bundles(pyxis).imagesWith(List.of("sha256:b1"))).isEmpty();
    }

    @Test
    void architectures_of_one_image_have_one_list_of_manifests_and_a_place_without_one_has_none() {
        Nvr app = new Nvr("app-1-1");
        pyxis.bundles().image(app, "sha256:a1", true);
        pyxis.bundles().image(app, "sha256:a1", true);
        ObjectNode bare = pyxis.bundles().image(app, "sha256:a2", true);
        ((ObjectNode) bare.path("repositories").get(0)).remove("manifest_list_digest");

        assertThat(Pyxises.bundles(pyxis).manifestsOf(List.of(app)))
                .isEqualTo(Map.of(app, List.of(new ManifestList("sha256:a1", true))));
    }

    @Test
    void a_bundle_without_a_digest_is_no_answer() {
        pyxis.bundles().bundle(SHOP, INDEX).remove("bundle_path_digest");

        assertThatThrownBy(() -> Pyxises.bundles(pyxis).referringTo(List.of("sha256:a1")))
                .isInstanceOf(Unavailable.class)
                .hasMessage("pyxis answered something strange (operators/bundles): a bundle without its"
                        + " bundle_path_digest");
    }

    @ParameterizedTest
    @CsvSource({
        "a b, 4.16, 'freshmaker.pyxis.index-images.organizations: expected the names of organizations, found a b'",
        "redhat, v4.16, 'freshmaker.pyxis.index-images.openshift-versions: expected versions like 4.16, found v4.16'",
    })
    void a_wrong_setting_is_named(String organization, String version, String complaint) {
        assertThatThrownBy(() -> new IndexImages(List.of(organization), List.of(version)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(complaint);
    }

    private PyxisBundles bundles(List<String> organizations, List<String> versions) {
        return Pyxises.bundles(pyxis, new IndexImages(organizations, versions));
    }

    private List<String> paths() {
        return pyxis.server().requests().stream()
                .map(Half::start)
                .map(start -> URLDecoder.decode(start.split(" ")[1], StandardCharsets.UTF_8))
                .toList();
    }
}
