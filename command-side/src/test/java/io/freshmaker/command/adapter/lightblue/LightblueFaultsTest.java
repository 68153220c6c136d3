package io.freshmaker.command.adapter.lightblue;

import static io.freshmaker.command.port.FakeImageMetadata.image;
import static io.freshmaker.command.port.FakeImageMetadata.published;
import static io.freshmaker.command.port.FakeImageMetadata.repository;
import static io.freshmaker.command.port.FakeImageMetadata.unpublished;

import io.freshmaker.api.value.Nvr;
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
import io.freshmaker.command.port.ImageRepository;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every call of Lightblue's under every fault (docs/systems/lightblue.md, "When it is slow, wrong or away"). */
class LightblueFaultsTest extends FaultMatrix<FakeLightblue> {

    private static final Pattern SITE = Pattern.compile("\\blightblue\\.([a-z]\\w*)\\(");
    private static final String REPOSITORIES = "containerRepository";
    private static final String IMAGES = "containerImage";
    private static final ImageRepository SHELF = repository("ns/shelf", "latest");
    private static final Fault NOT_UNDERSTOOD = Faults.said(400, "msg");

    @Override
    protected String system() {
        return "lightblue";
    }

    @Override
    protected FakeLightblue world() {
        FakeLightblue lightblue = new FakeLightblue().with(SHELF);
        lightblue.with(image("shelf-1-1", "base-1-1", published("ns/shelf", "latest"), "tls-1-1.x86_64"));
        lightblue.with(image("crate-1-1", null, unpublished("ns/crate"), "tls-1-1.x86_64"), "top", "b", "a");
        return lightblue;
    }

    @Override
    protected URI address(FakeLightblue world) {
        return world.url();
    }

    @Override
    protected Set<String> callsIn(Half request) {
        return Set.of(request.start().contains(REPOSITORIES) ? REPOSITORIES : IMAGES);
    }

    @Override
    protected Set<String> sites() {
        return Sources.sites("lightblue", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(); // we are known by our certificate
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(NOT_UNDERSTOOD, Faults.said(404, "msg"), JsonFaults.LIST, JsonFaults.NOTHING, JsonFaults.NULL);
    }

    @Override
    protected List<Row<FakeLightblue>> rows() {
        return Stream.of(
                        Row.<FakeLightblue>asks(
                                        REPOSITORIES,
                                        "",
                                        (_, url, politeness) ->
                                                metadata(url, politeness).repositories(true))
                                .at("LightblueRepositories.repositories"),
                        images(
                                "NVRs",
                                (_, url, politeness) ->
                                        metadata(url, politeness).withNvrs(List.of(new Nvr("shelf-1-1")))),
                        images(
                                        "the image of some layers",
                                        (_, url, politeness) ->
                                                metadata(url, politeness).withNvrs(List.of(new Nvr("crate-1-1"))))
                                .after(1)
                                .at("LayerParents.images"),
                        images(
                                "a search",
                                (_, url, politeness) -> metadata(url, politeness)
                                        .tagged(List.of(SHELF), true, Set.of("basic-rpms"), Set.of("tls"))),
                        images(
                                        "releases",
                                        (_, url, politeness) ->
                                                metadata(url, politeness).releasesOf("shelf", "1"))
                                .but(End.FINE, 2 + 1, Faults.BROKEN_ONCE), // which are asked for by NVR then
                        images(
                                "children",
                                (_, url, politeness) ->
                                        metadata(url, politeness).childrenOf(List.of(new Nvr("base-1-1")))),
                        Row.<FakeLightblue>asks(
                                        IMAGES,
                                        "as they are listed",
                                        (_, url, politeness) ->
                                                listings(url, politeness).tagged(SHELF))
                                .at("LightblueListings.images"),
                        Row.<FakeLightblue>asks(
                                        REPOSITORIES,
                                        "as it is listed",
                                        (_, url, politeness) ->
                                                listings(url, politeness).repositories("ns/shelf"))
                                .at("LightblueListings.repositories"))
                .map(row -> row.but(End.REFUSED, NOT_UNDERSTOOD).but(End.UNAVAILABLE, 2, JsonFaults.of("/processed")))
                .toList();
    }

    private static Row<FakeLightblue> images(String when, Row.Making<FakeLightblue> making) {
        return Row.asks(IMAGES, when, making).at("LightblueMetadata.images");
    }

    private static LightblueListings listings(URI url, Politeness politeness) {
        return Lightblues.listings(Systems.http("lightblue", politeness), url);
    }

    private static LightblueMetadata metadata(URI url, Politeness politeness) {
        return Lightblues.metadata(Systems.http("lightblue", politeness), Lightblues.settings(url), Clock.systemUTC());
    }
}
