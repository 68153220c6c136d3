package io.freshmaker.command.adapter.errata;

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
import io.freshmaker.command.port.Advisory;
import io.freshmaker.command.port.FakeAdvisories;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every call of the Errata Tool's under every fault (docs/systems/errata.md, "When it is slow, wrong or away"). */
class ErrataFaultsTest extends FaultMatrix<FakeErrata> {

    private static final Pattern SITE = Pattern.compile("\\berrata\\.([a-z]\\w*)\\(");
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Advisory SHIPPED = FakeAdvisories.advisory(7, "SHIPPED_LIVE", "rpm");

    private static final String ERRATUM = "api/v1/erratum/7";
    private static final String BUILDS = "advisory/7/builds.json";
    private static final String BUILD = "api/v1/build/teapot-2.1-3.el9";
    private static final String LIST = "get_advisory_list";
    private static final Fault SAYS_404 = Faults.said(404, "error");

    @Override
    protected String system() {
        return "errata";
    }

    @Override
    protected FakeErrata world() {
        return new FakeErrata()
                .advisory(SHIPPED, Erratas.TEAPOT)
                .changed(SHIPPED, NOW)
                .rhelRelease("RHEL-9");
    }

    @Override
    protected URI address(FakeErrata world) {
        return world.url();
    }

    @Override
    protected Set<String> callsIn(Half request) {
        return Set.of(request.start().split(" ")[1].substring(1).replace("errata/xmlrpc.cgi", LIST));
    }

    @Override
    protected Set<String> sites() {
        return Sources.sites("errata", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(Erratas.TOKEN);
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(SAYS_404, Faults.said(403, "error"), JsonFaults.NULL);
    }

    @Override
    protected List<Row<FakeErrata>> rows() {
        return Stream.of(
                        asks(ERRATUM, ErrataFaultsTest::find)
                                .at("ErrataAdvisories.objectIfAny")
                                .but(End.FINE, SAYS_404)
                                .but(End.UNAVAILABLE, JsonFaults.of("/errata", "/errata/rhsa/id", "/content/content"))
                                .but(
                                        End.UNAVAILABLE,
                                        JsonFaults.of("/errata/rhsa/status", "/errata/rhsa/content_types")),
                        asks("advisory/7.json", ErrataFaultsTest::find)
                                .at("ErrataAdvisories.object")
                                .but(End.UNAVAILABLE, 2, JsonFaults.LIST)
                                .but(End.UNAVAILABLE, JsonFaults.of("/id", "/product", "/product/short_name")),
                        asks("api/v1/releases/652", ErrataFaultsTest::find)
                                .at("ErrataAdvisories.object")
                                .but(End.UNAVAILABLE, JsonFaults.of("/data", "/data/attributes")),
                        asks("advisory/7/bugs.json", ErrataFaultsTest::find)
                                .at("ErrataAdvisories.list")
                                .but(End.UNAVAILABLE, 2, JsonFaults.NOTHING),
                        asks("advisory/7/jira_issues.json", ErrataFaultsTest::find)
                                .at("ErrataAdvisories.list")
                                .but(End.UNAVAILABLE, 2, JsonFaults.NOTHING),
                        asks(
                                        BUILD,
                                        (world, url, how) ->
                                                advisories(world, url, how).having("teapot-2.1-3.el9"))
                                .at("ErrataAdvisories.objectIfAny")
                                .but(End.FINE, SAYS_404, JsonFaults.NOTHING),
                        asks(BUILDS, ErrataFaultsTest::content)
                                .at("Contents.objectIfAny")
                                .but(End.FINE, SAYS_404)
                                .but(End.UNAVAILABLE, JsonFaults.of("/" + FakeErrata.VERSION)[1]),
                        asks("api/v1/erratum/7/builds_list?with_sig_key=1", ErrataFaultsTest::content)
                                .at("Contents.object")
                                .but(End.UNAVAILABLE, JsonFaults.of("/%s/builds".formatted(FakeErrata.VERSION))),
                        asks("api/v1/erratum/7/builds_by_cve", ErrataFaultsTest::content)
                                .at("Contents.object")
                                .but(End.UNAVAILABLE, 2, JsonFaults.LIST),
                        asks("errata/get_pulp_packages/7.json", ErrataFaultsTest::content)
                                .at("Contents.object")
                                .but(End.UNAVAILABLE, 2, JsonFaults.LIST),
                        asks(
                                        "api/v1/erratum/7/builds",
                                        (_, url, how) -> images(url, how).of(7))
                                .at("ErrataImages.objectIfAny")
                                .but(End.FINE, SAYS_404)
                                .but(End.UNAVAILABLE, JsonFaults.of("/%s/builds".formatted(FakeErrata.VERSION))),
                        asks(
                                        "errata/blocking_errata_for/7.json",
                                        (_, url, how) -> images(url, how).blocking(7))
                                .at("ErrataImages.listIfAny")
                                .but(End.FINE, SAYS_404)
                                .but(End.UNAVAILABLE, 2, JsonFaults.NOTHING),
                        Row.<FakeErrata>asks(ERRATUM, "for its product", ErrataFaultsTest::content)
                                .at("ProductVersions.object")
                                .but(End.UNAVAILABLE, JsonFaults.of("/errata/rhsa/product_id")),
                        asks("products/89/product_versions.json", ErrataFaultsTest::content)
                                .at("ProductVersions.list")
                                .but(End.UNAVAILABLE, 2, JsonFaults.NOTHING),
                        asks("products/89/product_versions/3.json", ErrataFaultsTest::content)
                                .at("ProductVersions.object")
                                .but(End.UNAVAILABLE, JsonFaults.of("/rhel_release", "/rhel_release/name")),
                        asks(LIST, ErrataFaultsTest::shipped).at("ChangedAdvisories.called"),
                        Row.<FakeErrata>asks(ERRATUM, "shipped lately", ErrataFaultsTest::shipped)
                                .at("ChangedAdvisories.objectIfAny")
                                .but(End.FINE, SAYS_404)
                                .but(End.FINE, JsonFaults.of("/errata", "/errata/rhsa/status")))
                .map(row -> row.call().equals(LIST) ? row : row.but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP))
                .toList(); // Java itself sends a GET again
    }

    private static Row<FakeErrata> asks(String call, Row.Making<FakeErrata> making) {
        return Row.asks(call, "", making);
    }

    private static ErrataAdvisories advisories(FakeErrata world, URI url, Politeness how) {
        Jira jira = Erratas.jira(world.jira(), Systems.PATIENT, Clock.systemUTC());
        return Erratas.advisories(Erratas.api(url, how), jira, "RHEL-9");
    }

    private static ErrataImages images(URI url, Politeness how) {
        return new ErrataImages(Erratas.api(url, how));
    }

    private static void find(FakeErrata world, URI url, Politeness how) {
        advisories(world, url, how).find(7);
    }

    private static void content(FakeErrata world, URI url, Politeness how) {
        advisories(world, url, how).contentOf(7);
    }

    private static void shipped(FakeErrata world, URI url, Politeness how) {
        new ShippedAdvisories(new ChangedAdvisories(Erratas.api(url, how))).since(NOW.minusSeconds(60));
    }
}
