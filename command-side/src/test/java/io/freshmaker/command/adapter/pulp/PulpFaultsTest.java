package io.freshmaker.command.adapter.pulp;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Fault;
import io.freshmaker.command.outside.FaultMatrix;
import io.freshmaker.command.outside.Faults;
import io.freshmaker.command.outside.JsonFaults;
import io.freshmaker.command.outside.Row;
import io.freshmaker.command.outside.Row.End;
import io.freshmaker.command.outside.Sources;
import io.freshmaker.command.outside.StubServer;
import io.freshmaker.command.outside.Systems;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The one call of Pulp's under every fault (docs/systems/pulp.md, "When it is slow, wrong or away"). */
class PulpFaultsTest extends FaultMatrix<StubServer> {

    private static final Pattern SITE = Pattern.compile("\\bhttp\\.([a-z]\\w*)\\(");
    private static final String SEARCH = "pulp/api/v2/repositories/search/";

    @Override
    protected String system() {
        return "pulp";
    }

    @Override
    protected StubServer world() {
        return new StubServer()
                .otherwise(StubServer.status(
                        200, "application/json", "[{\"id\": \"a\", \"notes\": {\"content_set\": \"tea-rpms\"}}]"));
    }

    @Override
    protected URI address(StubServer world) {
        return world.url("/");
    }

    @Override
    protected Set<String> callsIn(Half request) {
        return Set.of(request.start().split(" ")[1].substring(1));
    }

    @Override
    protected Set<String> sites() {
        return Sources.sites("pulp", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(); // the certificate's key never leaves us
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(
                Faults.said(403, "error_message"),
                Faults.said(404, "error_message"),
                JsonFaults.NOTHING,
                JsonFaults.NULL);
    }

    @Override
    protected List<Row<StubServer>> rows() {
        return List.of(Row.<StubServer>asks(
                        SEARCH, "", (_, url, how) -> new Pulp(Systems.http("pulp", how), url).of(List.of("a")))
                .at("Pulp.ask")
                .but(End.FINE, JsonFaults.LIST) // an empty one: no repository is known
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/0/notes"))
                .but(End.FINE, 1, JsonFaults.of("/0/notes/content_set")[0])
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/0/notes/content_set")[1]));
    }
}
