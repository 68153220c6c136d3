package io.freshmaker.command.adapter.errata;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Fault;
import io.freshmaker.command.outside.FaultMatrix;
import io.freshmaker.command.outside.Faults;
import io.freshmaker.command.outside.JsonFaults;
import io.freshmaker.command.outside.Row;
import io.freshmaker.command.outside.Row.End;
import io.freshmaker.command.outside.Sources;
import io.freshmaker.command.port.FakeAdvisories;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The one call of Jira's under every fault (docs/systems/errata.md, "When it is slow, wrong or away"). */
class JiraFaultsTest extends FaultMatrix<FakeErrata> {

    private static final Pattern SITE = Pattern.compile("\\bjira\\.(specialHandling)\\(");
    private static final String ISSUE = "issue TEA-7";
    private static final Fault SAYS_404 = Faults.said(404, "errorMessages");
    private static final Fault[] HANDLING = JsonFaults.of("/fields/customfield_10670");

    @Override
    protected String system() {
        return "jira";
    }

    @Override
    protected FakeErrata world() {
        return new FakeErrata().advisory(FakeAdvisories.advisory(7, "QE", "rpm"), Erratas.TEAPOT);
    }

    @Override
    protected URI address(FakeErrata world) {
        return world.jira();
    }

    @Override
    protected Set<String> callsIn(Half request) {
        return Set.of("issue " + request.start().split(" ")[1].replaceFirst(".*/issue/([^?]+)\\?.*", "$1"));
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
    protected List<Row<FakeErrata>> rows() {
        return List.of(Row.<FakeErrata>asks(
                        ISSUE,
                        "",
                        (world, url, how) ->
                                Erratas.jira(url, how, Clock.systemUTC()).specialHandling("TEA-7"))
                .at("ErrataAdvisories.specialHandling")
                .but(End.FINE, Faults.UNAUTHORIZED, Faults.FORBIDDEN, Faults.NOT_FOUND, SAYS_404, HANDLING[0])
                .but(End.UNAVAILABLE, 2, HANDLING[1])
                .but(End.UNAVAILABLE, 2, JsonFaults.LIST, JsonFaults.NOTHING, JsonFaults.NULL)
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/fields", "/fields/issuetype"))
                .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP)); // Java itself sends a GET again
    }
}
