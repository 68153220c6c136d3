package io.freshmaker.command.adapter.bodhi;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Fault;
import io.freshmaker.command.outside.FaultMatrix;
import io.freshmaker.command.outside.Faults;
import io.freshmaker.command.outside.JsonFaults;
import io.freshmaker.command.outside.Politeness;
import io.freshmaker.command.outside.Row;
import io.freshmaker.command.outside.Row.End;
import io.freshmaker.command.outside.Sources;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every call of Bodhi's under every fault (docs/systems/bodhi.md, "When it is slow, wrong or away"). */
class BodhiFaultsTest extends FaultMatrix<StubServer> {

    private static final String UPDATE = """
        {"alias": "FEDORA-2026-1", "date_stable": "2026-11-22 09:40:00",
         "builds": [{"nvr": "shelf-2.1-3.fc42"}], "release": {"name": "F42"}}\
        """;
    /** What is behind the name of a question. */
    private static final Pattern SITE = Pattern.compile("(?<=[ (])ask\\((\\w+, (?:\"[^\"]*\"|\\w+))");

    private static final Fault SAYS_400 = Faults.said(400, "status");
    private static final Fault SAYS_403 = Faults.said(403, "status");
    private static final Fault SAYS_404 = Faults.said(404, "status");

    @Override
    protected String system() {
        return "bodhi";
    }

    @Override
    protected StubServer world() {
        return new StubServer().otherwise((request, exchange) -> {
            String form = request.start().contains("?")
                    ? "{\"updates\": [%s], \"page\": 1, \"pages\": 1}"
                    : "{\"update\": %s}";
            StubServer.status(200, "application/json", form.formatted(UPDATE)).to(request, exchange);
        });
    }

    @Override
    protected URI address(StubServer world) {
        return world.url("");
    }

    @Override
    protected Set<String> callsIn(Half request) {
        return Set.of(request.start().contains("?") ? "stable updates, page 1" : "update FEDORA-2026-1");
    }

    @Override
    protected Set<String> sites() {
        return Sources.found("bodhi", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(); // Bodhi is told none
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(SAYS_400, SAYS_403, SAYS_404, JsonFaults.LIST, JsonFaults.NOTHING, JsonFaults.NULL);
    }

    @Override
    protected List<Row<StubServer>> rows() {
        return List.of(
                Row.<StubServer>asks(
                                "update FEDORA-2026-1",
                                "",
                                (_, url, how) -> bodhi(url, how).find("FEDORA-2026-1"))
                        .at("what, \"/updates/\"")
                        .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP) // Java itself sends a GET again
                        .but(End.FINE, SAYS_404)
                        .but(End.REFUSED, SAYS_400, SAYS_403)
                        .but(End.UNAVAILABLE, 2, JsonFaults.of("/update"))
                        .but(End.REFUSED, JsonFaults.of("/update/alias", "/update/builds", "/update/release"))
                        .but(End.REFUSED, JsonFaults.of("/update/builds/0/nvr")),
                Row.<StubServer>asks(
                                "stable updates, page 1",
                                "",
                                (_, url, how) -> new BodhiUpdates(bodhi(url, how)).since(Instant.EPOCH))
                        .at("what, query")
                        .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP)
                        .but(End.REFUSED, SAYS_400, SAYS_403, SAYS_404)
                        .but(End.UNAVAILABLE, 2, JsonFaults.of("/updates", "/pages"))
                        .but(End.FINE, JsonFaults.of("/updates/0/alias", "/updates/0/builds", "/updates/0/release")));
    }

    private static Bodhi bodhi(URI url, Politeness politeness) {
        Duration minute = Duration.ofMinutes(1);
        BodhiSettings settings = new BodhiSettings(url.toString(), List.of(), minute, minute, 2, 4);
        return new Bodhi(Systems.http("bodhi", politeness), settings);
    }
}
