package io.freshmaker.command.adapter.flatpak;

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

/** The one call of the index under every fault (docs/systems/flatpak.md, "When it is slow, wrong or away"). */
class FlatpakFaultsTest extends FaultMatrix<StubServer> {

    private static final Pattern SITE = Pattern.compile("\\bhttp\\.([a-z]\\w*)\\(");
    private static final String FILE = "released/contents/modules/tea:rhel9.json";

    @Override
    protected String system() {
        return "flatpak";
    }

    @Override
    protected StubServer world() {
        return new StubServer()
                .otherwise(StubServer.status(
                        200, "application/json", "{\"Images\": [{\"ImageNvr\": \"editor-flatpak-1-2\"}]}"));
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
        return Sources.sites("flatpak", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(); // nobody says who he is
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(JsonFaults.NOTHING, JsonFaults.NULL, JsonFaults.LIST);
    }

    @Override
    protected List<Row<StubServer>> rows() {
        return List.of(Row.<StubServer>asks(
                        FILE,
                        "",
                        (_, url, how) ->
                                new ReleasedFlatpaks(Systems.http("flatpak", how), url).imagesWith("tea", "rhel9"))
                .at("ReleasedFlatpaks.ask")
                .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP) // Java itself sends a GET again
                .but(End.FINE, 1, Faults.NOT_FOUND) // no image is released with it
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/Images", "/Images/0/ImageNvr")));
    }
}
