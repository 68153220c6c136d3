package io.freshmaker.standalone.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.freshmaker.api.plan.Pullspec;
import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.adapter.errata.FakeErrata;
import io.freshmaker.command.adapter.koji.FakeBundles;
import io.freshmaker.command.adapter.koji.FakeKojiHub;
import io.freshmaker.command.adapter.pyxis.FakePyxis;
import io.freshmaker.command.adapter.pyxis.FakePyxisBundles;
import io.freshmaker.command.port.AdvisoryContent;
import io.freshmaker.command.port.BundleManifest;
import io.freshmaker.command.port.FakeAdvisories;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import io.freshmaker.command.port.ImageRecord;
import io.freshmaker.command.port.ImageRecord.Placement;
import io.freshmaker.command.port.OperatorBundle;
import io.freshmaker.standalone.world.BuildJournal;
import io.freshmaker.standalone.world.BusMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person wants a bundle rebuilt for an advisory of images (issue 6): asked over HTTP or the bus, it is one build with what he said. */
class BundlesByHandIT {

    private static final long ADVISORY = 28484;
    private static final Nvr APP = new Nvr("app-1-1");
    private static final Nvr NEWER = new Nvr("app-1-2");
    private static final Nvr DATABASE = new Nvr("db-1-1");
    private static final Nvr BUNDLE = new Nvr("shop-bundle-1-1");
    private static final Nvr OTHER = new Nvr("cafe-bundle-1-1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RULES = """
        allow:
          HandleBotasAdvisory:
            image: {advisory_name: ".*", manual: true}
        """;

    @TempDir
    static Path folder;

    private static final FakeErrata ERRATA = new FakeErrata();
    private static final FakePyxis PYXIS = new FakePyxis();
    private static final FakeKojiHub KOJI = new FakeKojiHub();
    private static RunningHouse house;

    @BeforeAll
    static void open() throws IOException {
        List<Nvr> shipped = List.of(NEWER);
        ERRATA.advisory(
                FakeAdvisories.ofBotas(ADVISORY),
                new AdvisoryContent(shipped, List.of(), List.of(), List.of(), List.of(), true));
        image(APP, "sha256:a1", Map.of());
        image(NEWER, "sha256:a2", Map.of());
        image(DATABASE, "sha256:d1", Map.of());
        bundle(BUNDLE, "sha256:b1");
        bundle(OTHER, "sha256:b2");
        BundleManifest manifest =
                new BundleManifest(true, List.of(pullspec("app", "sha256:a1"), pullspec("db", "sha256:d1")));
        new FakeBundles(KOJI).with(BUNDLE, manifest).with(OTHER, manifest);
        house = RunningHouse.open(
                folder,
                "images: []",
                RULES,
                BuildJournal.in(folder.resolve("journal"), Set.of()),
                0.02,
                Map.of(
                        "freshmaker.catalog", "pyxis",
                        "freshmaker.errata.server-url", ERRATA.url().toString(),
                        "freshmaker.koji.hub-url", KOJI.url().toString(),
                        "freshmaker.pyxis.graphql-url", PYXIS.graphQl().toString(),
                        "freshmaker.pyxis.server-url", PYXIS.rest().toString(),
                        "freshmaker.pyxis.index-images.organizations[0]", "redhat"));
    }

    @AfterAll
    static void close() throws IOException {
        house.close();
        ERRATA.close();
        PYXIS.close();
        KOJI.close();
    }

    @Test
    void a_bundle_that_is_named_is_built_once_with_what_the_request_says_and_what_is_no_bundle_is_left_alone()
            throws IOException {
        String overHttp = JSON.readTree(house.post("/api/2/builds/", body(null)))
                .path("message_id")
                .asText();
        JsonNode event = house.awaitEvent(overHttp, "COMPLETE");

        assertThat(event.path("event_type_id").asInt()).isEqualTo(16);
        assertThat(event.path("builds")).hasSize(1);
        assertThat(event.at("/builds/0/original_nvr").asText()).isEqualTo(BUNDLE.value());
        assertThat(overrides(event)).isEqualTo(JSON.readTree("""
            {"pullspec_replacements": [
               {"new": "registry.example.com/shop/app@sha256:a2", "original": "registry.example.com/shop/app:v1", "pinned": true},
               {"new": "registry.example.com/shop/db@sha256:d1", "original": "registry.example.com/shop/db:v1", "pinned": false}],
             "update": {"metadata": {"name": "shop-bundle.1.2.3-0.TIME.p"}, "spec": {"version": "1.2.3+0.TIME.p"}}}
            """));
        assertThat(house.text(
                        "/api/3/events/%d/history".formatted(event.path("id").asInt())))
                .contains("EventClassified", "NOT_A_BUNDLE");

        house.publish(BusMessage.rebuildWanted("by-message", body("by-message")));
        JsonNode byMessage = house.awaitEvent("by-message", "COMPLETE");
        assertThat(byMessage.path("event_type_id").asInt()).isEqualTo(16);
        assertThat(byMessage.path("builds")).hasSize(1);
        assertThat(overrides(byMessage)).isEqualTo(overrides(event));
        assertThat(house.json("/api/2/events/?event_type_id=16")
                        .at("/meta/total")
                        .asInt())
                .isEqualTo(2);
        assertThat(house.json("/api/2/events/?event_type_id=13")
                        .at("/meta/total")
                        .asInt())
                .isZero();
    }

    @Test
    void a_dry_run_says_the_same_and_builds_nothing() throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(body(null));
        String dryRun = JSON.readTree(
                        house.post("/api/2/builds/", body.put("dry_run", true).toString()))
                .path("message_id")
                .asText();

        JsonNode event = house.awaitEvent(dryRun, "COMPLETE");

        assertThat(event.path("event_type_id").asInt()).isEqualTo(16);
        assertThat(event.path("dry_run").asBoolean()).isTrue();
        assertThat(event.path("builds")).hasSize(1);
    }

    /** @param id of its own; null: none */
    private static String body(@Nullable String id) throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree("""
            {"errata_id": %d, "force": true, "container_images": ["%s", "%s"],
             "metadata": {"olm_substitutes": false, "bundle_related_image_overrides": {"%s": "%s"}}}
            """.formatted(ADVISORY, DATABASE, BUNDLE, APP, NEWER));
        return id == null ? body.toString() : body.put("msg_id", id).toString();
    }

    /** What OSBS is told of the only build; the time of planning, which is in its version, is written as TIME. */
    private static JsonNode overrides(JsonNode event) throws IOException {
        int build = event.at("/builds/0/id").asInt();
        String told = house.text("/api/2/pullspec_overrides/" + build);
        return JSON.readTree(told.replaceAll("0\\.\\d{9,}\\.p", "0.TIME.p"));
    }

    private static void bundle(Nvr bundle, String digest) {
        image(bundle, digest, Map.of("com.redhat.delivery.operator.bundle", "true"));
        OperatorBundle told = new OperatorBundle(digest, bundle.name() + ".1.2.3", "1.2.3");
        PYXIS.bundles().bundle(new Listed(told, true, Set.of("sha256:a1")), FakePyxisBundles.INDEX);
    }

    private static void image(Nvr image, String digest, Map<String, String> labels) {
        Placement place = new Placement("registry.example.com", "shop/" + image.name(), true, Set.of("v1"));
        PYXIS.with(new ImageRecord(image, List.of(place), new TreeSet<>(), null, labels, null));
        PYXIS.bundles().image(image, digest, true);
    }

    private static Pullspec pullspec(String name, String digest) {
        String repository = "registry.example.com/shop/" + name;
        return new Pullspec(repository + ":v1", repository + "@" + digest, false, null);
    }
}
