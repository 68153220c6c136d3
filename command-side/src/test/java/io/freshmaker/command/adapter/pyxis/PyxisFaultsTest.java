package io.freshmaker.command.adapter.pyxis;

import static io.freshmaker.command.port.FakeImageMetadata.REGISTRY;
import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;

import io.freshmaker.api.value.Nvr;
import io.freshmaker.command.metadata.RepositorySettings;
import io.freshmaker.command.metadata.RepositorySettings.Unpublished;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Fault;
import io.freshmaker.command.outside.FaultMatrix;
import io.freshmaker.command.outside.Faults;
import io.freshmaker.command.outside.JsonFaults;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Row;
import io.freshmaker.command.outside.Row.End;
import io.freshmaker.command.outside.Sources;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.FakeOperatorBundles.Listed;
import io.freshmaker.command.port.ImageRepository;
import io.freshmaker.command.port.OperatorBundle;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every call of Pyxis' under every fault (docs/systems/pyxis.md, "When it is slow, wrong or away"). */
class PyxisFaultsTest extends FaultMatrix<FakePyxis> {

    private static final Pattern SITE = Pattern.compile("\\b((?:pyxis|rest)\\.[a-z]\\w*)\\(");
    private static final Pattern REST = Pattern.compile("/v1/(operators/indices|operators/bundles|images/nvr|images)");
    private static final String REPOSITORIES = "find_repositories";
    private static final String REPOSITORY = "get_repository_by_registry_path";
    private static final String BY_NVR = "find_images_by_nvr";
    private static final String IMAGES = "find_images";
    private static final String CHILDREN = "images";
    private static final ImageRepository SHELF = repository("ns/shelf", "latest");
    private static final Fault NOT_UNDERSTOOD = Faults.said(400, "detail");
    private static final Fault NO_DATABASE = new Fault(
            "a database that is too slow",
            victim -> Faults.say(
                    victim,
                    "application/json",
                    "{\"data\": {\"%s\": {\"data\": null, \"error\": {\"status\": 500, \"detail\": \"Pyxis API was unable to"
                                    .formatted(FakePyxis.field(victim.request()))
                            + " fetch data from MongoDB in time\"}}}}"));

    @Override
    protected String system() {
        return "pyxis";
    }

    @Override
    protected FakePyxis world() {
        FakePyxis pyxis = new FakePyxis();
        pyxis.with(SHELF);
        pyxis.with(image("shelf-1-1", "base-1-1", published("ns/shelf", "latest"), "tls-1-1.x86_64"));
        OperatorBundle bundle = new OperatorBundle("sha256:b1", "shop.1.2.3", "1.2.3");
        pyxis.bundles().bundle(new Listed(bundle, true, Set.of("sha256:a1")), FakePyxisBundles.INDEX);
        pyxis.bundles().image(new Nvr("app-1-1"), "sha256:a1", true);
        return pyxis;
    }

    @Override
    protected URI address(FakePyxis world) {
        return world.server().url("");
    }

    @Override
    protected Set<String> callsIn(Half request) {
        if (request.start().startsWith("POST")) return Set.of(FakePyxis.field(request));
        Matcher kind = REST.matcher(request.start());
        return kind.find() ? Set.of(kind.group(1)) : Set.of();
    }

    @Override
    protected Set<String> sites() {
        return Sources.sites("pyxis", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(); // we are known by our certificate
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(
                NOT_UNDERSTOOD, Faults.said(404, "detail"), JsonFaults.LIST, JsonFaults.NOTHING, JsonFaults.NULL);
    }

    @Override
    protected List<Row<FakePyxis>> rows() {
        return List.of(
                graphQl(
                                REPOSITORIES,
                                "",
                                (_, url, politeness) ->
                                        metadata(url, politeness).repositories(true))
                        .at("PyxisRepositories.pyxis.all")
                        .but(End.UNAVAILABLE, JsonFaults.of("/data/find_repositories/data")),
                graphQl(
                                REPOSITORY,
                                "",
                                (_, url, politeness) ->
                                        metadata(url, politeness).repositories(true))
                        .at("PyxisRepositories.pyxis.one")
                        .but(
                                End.UNAVAILABLE,
                                JsonFaults.of(
                                        "/data/get_repository_by_registry_path/data",
                                        "/data/get_repository_by_registry_path/data/repository")),
                graphQl(
                                BY_NVR,
                                "",
                                (_, url, politeness) ->
                                        metadata(url, politeness).withNvrs(List.of(new Nvr("shelf-1-1"))))
                        .at("PyxisMetadata.pyxis.all")
                        .but(End.UNAVAILABLE, JsonFaults.of("/data/find_images_by_nvr/data")),
                graphQl(
                                IMAGES,
                                "a search",
                                (_, url, politeness) -> metadata(url, politeness)
                                        .tagged(List.of(SHELF), true, Set.of("basic-rpms"), Set.of("tls")))
                        .at("PyxisMetadata.pyxis.all")
                        .but(End.UNAVAILABLE, JsonFaults.of("/data/find_images/data")),
                graphQl(
                                IMAGES,
                                "releases",
                                (_, url, politeness) ->
                                        metadata(url, politeness).releasesOf("shelf", "1"))
                        .at("PyxisMetadata.pyxis.until")
                        .but(End.UNAVAILABLE, JsonFaults.of("/data/find_images/data")),
                listing(BY_NVR, "PyxisListings.pyxis.all", listings -> listings.images(new Nvr("shelf-1-1")))
                        .but(End.UNAVAILABLE, JsonFaults.of("/data/find_images_by_nvr/data")),
                listing(IMAGES, "PyxisListings.pyxis.all", listings -> listings.tagged(SHELF))
                        .but(End.UNAVAILABLE, JsonFaults.of("/data/find_images/data")),
                listing(REPOSITORIES, "PyxisListings.pyxis.all", listings -> listings.repositories("ns/shelf"))
                        .but(End.UNAVAILABLE, JsonFaults.of("/data/find_repositories/data")),
                listing(REPOSITORY, "PyxisListings.pyxis.one", listings -> listings.repository(REGISTRY, "ns/shelf"))
                        .but(
                                End.UNAVAILABLE,
                                JsonFaults.of(
                                        "/data/get_repository_by_registry_path/data",
                                        "/data/get_repository_by_registry_path/data/repository")),
                Row.<FakePyxis>asks(
                                CHILDREN,
                                "",
                                (_, url, politeness) ->
                                        metadata(url, politeness).childrenOf(List.of(new Nvr("base-1-1"))))
                        .at("PyxisMetadata.rest.all")
                        .but(End.REFUSED, NOT_UNDERSTOOD)
                        .but(End.UNAVAILABLE, 2, JsonFaults.of("/data"))
                        .but(End.FINE, 2 + 1, Faults.BROKEN_ONCE) // the empty page is asked for, too
                        .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP), // Java itself sends a GET again
                rest(
                        "operators/indices",
                        "PyxisBundles.rest.all",
                        bundles -> bundles.referringTo(List.of("sha256:a1"))),
                rest(
                        "operators/bundles",
                        "PyxisBundles.rest.all",
                        bundles -> bundles.referringTo(List.of("sha256:a1"))),
                rest("images", "PyxisBundles.rest.all", bundles -> bundles.imagesWith(List.of("sha256:a1"))),
                rest(
                        "images/nvr",
                        "PyxisBundles.rest.under",
                        bundles -> bundles.manifestsOf(List.of(new Nvr("app-1-1")))));
    }

    private static Row<FakePyxis> rest(String call, String site, Consumer<PyxisBundles> making) {
        return Row.<FakePyxis>asks(
                        call,
                        "about bundles",
                        (_, url, politeness) -> making.accept(new PyxisBundles(
                                new Rest(Systems.http("pyxis", politeness), url),
                                new IndexImages(List.of("redhat"), List.of()))))
                .at(site)
                .but(End.REFUSED, NOT_UNDERSTOOD)
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/data"))
                .but(End.FINE, 2 + 1, Faults.BROKEN_ONCE) // the empty page is asked for, too
                .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP);
    }

    private static Row<FakePyxis> listing(String call, String site, Consumer<PyxisListings> making) {
        return graphQl(
                        call,
                        "as it is listed",
                        (_, url, politeness) -> making.accept(
                                Pyxises.listings(Systems.http("pyxis", politeness), URI.create(url + "/graphql/"))))
                .at(site);
    }

    private static Row<FakePyxis> graphQl(String call, String when, Row.Making<FakePyxis> making) {
        return Row.asks(call, when, making)
                .but(End.REFUSED, NOT_UNDERSTOOD)
                .but(End.UNAVAILABLE, 2, NO_DATABASE)
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/data", "/data/" + call));
    }

    private static PyxisMetadata metadata(URI url, Politeness politeness) {
        return Pyxises.metadata(
                Systems.http("pyxis", politeness),
                Pyxises.settings(URI.create(url + "/graphql/"), url),
                new RepositorySettings(Pyxises.CATEGORIES, List.of(new Unpublished(REGISTRY, "ns/shelf"))),
                Clock.systemUTC());
    }
}
