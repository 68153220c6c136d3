package io.freshmaker.command.adapter.odcs;

import io.freshmaker.api.plan.ComposeRequest;
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
import io.freshmaker.command.port.Compose.State;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every call of ODCS's under every fault (docs/systems/odcs.md, "When it is slow, wrong or away"). */
class OdcsFaultsTest extends FaultMatrix<FakeOdcs> {

    private static final Pattern SITE = Pattern.compile("\\bodcs\\.([a-z]\\w*)\\(");
    private static final ComposeRequest WANTED = ComposeRequest.ofContentSets(Set.of("shelf-rpms"));
    private static final String TOKEN = "s3cr3t-token";
    private static final String CREATE = "new compose";
    private static final String RENEW = "renew compose 1";
    private static final String ONE = "compose 1";
    private static final String LIST = "composes?";

    private static final Fault SAYS_400 = Faults.said(400, "message");
    private static final Fault SAYS_403 = Faults.said(403, "message");
    private static final Fault SAYS_404 = Faults.said(404, "message");
    private static final Fault[] NO = {SAYS_400, SAYS_403, SAYS_404};

    @Override
    protected String system() {
        return "odcs";
    }

    @Override
    protected FakeOdcs world() {
        return new FakeOdcs();
    }

    @Override
    protected URI address(FakeOdcs world) {
        return world.url();
    }

    @Override
    protected Set<String> callsIn(Half request) {
        String[] line = request.start().split(" ");
        String rest = line[1].replaceFirst(".*/api/1/composes/", "");
        return switch (line[0]) {
            case "POST" -> Set.of(CREATE);
            case "PATCH" -> Set.of("renew compose " + rest);
            default ->
                Set.of(rest.startsWith("?") ? LIST + rest.replaceFirst("\\?([^&]*).*", "$1") : "compose " + rest);
        };
    }

    @Override
    protected String shown(Row<FakeOdcs> row) {
        return row.call().replaceFirst("\\?.*", "");
    }

    @Override
    protected Set<String> sites() {
        return Sources.sites("odcs", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(SAYS_400, SAYS_403, SAYS_404, JsonFaults.LIST, JsonFaults.NOTHING, JsonFaults.NULL);
    }

    @Override
    protected List<Row<FakeOdcs>> rows() {
        return List.of(
                order(CREATE, OdcsFaultsTest::request, OdcsFaultsTest::requestedInAll)
                        .at("OdcsComposes.create"),
                order(RENEW, OdcsFaultsTest::renew, OdcsFaultsTest::renewedInAll)
                        .at("OdcsComposes.renew"),
                Row.<FakeOdcs>asks(ONE, "", OdcsFaultsTest::find)
                        .at("OdcsComposes.one")
                        .but(End.FINE, SAYS_404)
                        .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP) // Java itself sends a GET again
                        .but(End.UNAVAILABLE, JsonFaults.NOTHING)
                        .but(End.UNAVAILABLE, JsonFaults.of("/id", "/state")),
                list("state=0", OdcsFaultsTest::alike)
                        .but(End.UNAVAILABLE, JsonFaults.of("/items/0/id", "/items/0/state")),
                list("state=1", OdcsFaultsTest::alike),
                list("state=2", OdcsFaultsTest::alike),
                list("order_by=-id", OdcsFaultsTest::findMany)
                        .but(End.UNAVAILABLE, JsonFaults.of("/items/0/id", "/items/0/state")));
    }

    /** What ODCS itself refuses is refused; who is not let in introduces himself once more. */
    private static Row<FakeOdcs> order(String call, Row.Making<FakeOdcs> making, Row.Effects<FakeOdcs> again) {
        return Row.orders(call, "", making, again)
                .but(End.REFUSED, NO)
                .but(End.UNAVAILABLE, 2, Faults.UNAUTHORIZED)
                .but(End.UNAVAILABLE, JsonFaults.of("/id"));
    }

    private static Row<FakeOdcs> list(String which, Row.Making<FakeOdcs> making) {
        return Row.asks(LIST + which, "", making)
                .at("OdcsComposes.page")
                .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP) // Java itself sends a GET again
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/items", "/meta"));
    }

    private static OdcsComposes composes(URI url, Politeness politeness) {
        OdcsApi api = new OdcsApi(
                Systems.http("odcs", politeness),
                Systems.http("odcs", politeness, (request, _) -> request.setHeader("Authorization", "Bearer " + TOKEN)),
                url);
        return new OdcsComposes(api, Odcses.settings(url, List.of(), null));
    }

    private static OdcsComposes composes(FakeOdcs world) {
        return composes(world.url(), Systems.PATIENT);
    }

    private static void request(FakeOdcs world, URI url, Politeness politeness) {
        composes(url, politeness).request(WANTED);
    }

    /** Those alike are asked for first. */
    private static int requestedInAll(FakeOdcs world) {
        if (composes(world).alike(WANTED).isEmpty()) composes(world).request(WANTED);
        return world.size();
    }

    private static void renew(FakeOdcs world, URI url, Politeness politeness) {
        gone(world);
        composes(url, politeness).renew(1);
    }

    private static int renewedInAll(FakeOdcs world) {
        if (composes(world).alike(WANTED).isEmpty()) composes(world).renew(1);
        return world.size() - 1;
    }

    private static void gone(FakeOdcs world) {
        composes(world).request(WANTED);
        world.becomes(1, State.REMOVED);
    }

    private static void find(FakeOdcs world, URI url, Politeness politeness) {
        composes(world).request(WANTED);
        composes(url, politeness).find(List.of(1L));
    }

    private static void findMany(FakeOdcs world, URI url, Politeness politeness) {
        for (int i = 0; i < 5; i++) composes(world).request(WANTED);
        composes(url, politeness).find(List.of(1L, 2L, 3L, 4L, 5L));
    }

    private static void alike(FakeOdcs world, URI url, Politeness politeness) {
        composes(world).request(WANTED);
        composes(url, politeness).alike(WANTED);
    }
}
