package io.freshmaker.command.adapter.pdc;

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
import io.freshmaker.command.port.FakeCatalog;
import io.freshmaker.command.port.FakeCatalog.Component;
import io.freshmaker.command.port.KnownModule.Requirement;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every call of PDC's under every fault (docs/systems/pdc.md, "When it is slow, wrong or away"). */
class PdcFaultsTest extends FaultMatrix<FakePdc> {

    private static final Pattern SITE = Pattern.compile("\\bpdc\\.([a-z]\\w*)\\(");
    private static final String WITH_COMPONENT = "modules/?component_name";
    private static final String BUILT_WITH = "modules/?build_dep_name";
    private static final String LATEST = "modules/?name";
    private static final String RELATIONSHIPS = "release-component-relationships/?type";
    private static final String CONTAINER = "release-components/1/";
    private static final Requirement PLATFORM = new Requirement("platform", "f42");
    private static final Fault SAYS_404 = Faults.said(404, "detail");

    @Override
    protected String system() {
        return "pdc";
    }

    @Override
    protected FakePdc world() {
        return new FakePdc();
    }

    @Override
    protected URI address(FakePdc world) {
        return world.url();
    }

    @Override
    protected Set<String> callsIn(Half request) {
        return Set.of(request.start().split(" ")[1].replace("/rest_api/v1/", "").replaceFirst("=.*", ""));
    }

    @Override
    protected String shown(Row<FakePdc> row) {
        return row.call().replaceFirst("\\?.*", "");
    }

    @Override
    protected Set<String> sites() {
        return Sources.sites("pdc", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(); // PDC is told none
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(SAYS_404, Faults.said(403, "detail"), JsonFaults.LIST, JsonFaults.NOTHING, JsonFaults.NULL);
    }

    @Override
    protected List<Row<FakePdc>> rows() {
        return Stream.of(
                        list(WITH_COMPONENT, PdcFaultsTest::containing)
                                .at("PdcModules.all")
                                .but(End.UNAVAILABLE, JsonFaults.of("/results/0/name", "/results/0/stream")),
                        list(BUILT_WITH, PdcFaultsTest::builtWith)
                                .at("PdcModules.all")
                                .but(End.UNAVAILABLE, JsonFaults.of("/results/0/name", "/results/0/build_deps")),
                        list(LATEST, PdcFaultsTest::containing).at("PdcModules.first"),
                        list(RELATIONSHIPS, PdcFaultsTest::images)
                                .at("PdcImages.all")
                                .but(
                                        End.UNAVAILABLE,
                                        JsonFaults.of("/results/0/from_component/id", "/results/0/to_component/name")),
                        Row.<FakePdc>asks(CONTAINER, "", PdcFaultsTest::images)
                                .at("PdcImages.one")
                                .but(End.FINE, SAYS_404)
                                .but(End.UNAVAILABLE, JsonFaults.NOTHING)
                                .but(End.UNAVAILABLE, JsonFaults.of("/name")))
                .map(row -> row.but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP)) // Java itself sends a GET again
                .toList();
    }

    private static Row<FakePdc> list(String call, Row.Making<FakePdc> making) {
        return Row.asks(call, "", making).but(End.UNAVAILABLE, 2, JsonFaults.of("/results", "/next"));
    }

    private static PdcApi api(URI url, Politeness politeness) {
        Duration minute = Duration.ofMinutes(1);
        return new PdcApi(Systems.http("pdc", politeness), new PdcSettings(url, minute, minute, 2, 4));
    }

    private static void module(FakePdc world) {
        world.module(FakeCatalog.module("web", "1.0", "20260101000000", PLATFORM), new Component("tls", "f42"));
    }

    private static void containing(FakePdc world, URI url, Politeness politeness) {
        module(world);
        new PdcModules(api(url, politeness)).containing("tls", "f42");
    }

    private static void builtWith(FakePdc world, URI url, Politeness politeness) {
        module(world);
        new PdcModules(api(url, politeness)).builtWith("platform", "f42");
    }

    private static void images(FakePdc world, URI url, Politeness politeness) {
        world.container(1, "shelf", "f42", "tls");
        new PdcImages(api(url, politeness)).unbuiltContaining(List.of("tls"));
    }
}
