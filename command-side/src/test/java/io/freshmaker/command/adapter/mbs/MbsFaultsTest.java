package io.freshmaker.command.adapter.mbs;

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
import io.freshmaker.command.port.BuildRequest;
import io.freshmaker.command.port.BuildRequests;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every call of MBS's under every fault (docs/systems/mbs.md, "When it is slow, wrong or away"). */
class MbsFaultsTest extends FaultMatrix<FakeMbs> {

    private static final Pattern SITE = Pattern.compile("\\bmbs(?:\\.|::)(?!baseUrl)([a-z]\\w*)(?=[()])");
    private static final BuildRequest REQUEST = BuildRequests.module(1);
    private static final String TOKEN = "s3cr3t-token";
    private static final String BUILD = "build git";
    private static final String BUILDS = "builds";

    private static final Fault SAYS_400 = Faults.said(400, "message");
    private static final Fault SAYS_403 = Faults.said(403, "message");
    private static final Fault SAYS_404 = Faults.said(404, "message");
    private static final Fault SAYS_409 = Faults.said(409, "message");
    private static final Fault[] NO = {SAYS_400, SAYS_403, SAYS_404, SAYS_409};

    @Override
    protected String system() {
        return "mbs";
    }

    @Override
    protected FakeMbs world() {
        return new FakeMbs();
    }

    @Override
    protected URI address(FakeMbs world) {
        return world.url();
    }

    @Override
    protected Set<String> callsIn(Half request) {
        String[] line = request.start().split(" ");
        String id = line[1].replaceFirst(".*/module-builds/", "").replaceFirst("\\?.*", "");
        return switch (line[0]) {
            case "POST" -> Set.of(BUILD);
            case "PATCH" -> Set.of("cancel " + id);
            default -> Set.of(id.isEmpty() ? BUILDS : "build " + id);
        };
    }

    @Override
    protected Set<String> sites() {
        return Sources.sites("mbs", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(SAYS_400, SAYS_403, SAYS_404, SAYS_409, JsonFaults.LIST, JsonFaults.NOTHING, JsonFaults.NULL);
    }

    @Override
    protected List<Row<FakeMbs>> rows() {
        return List.of(
                order(BUILD, MbsFaultsTest::submit, MbsFaultsTest::builtInAll)
                        .at("MbsBuildSystem.submit")
                        .but(End.UNAVAILABLE, JsonFaults.of("/id", "/state")),
                order("cancel 1", MbsFaultsTest::cancel, MbsFaultsTest::canceledInAll)
                        .at("MbsBuildSystem.cancel")
                        .but(End.FINE, JsonFaults.LIST, JsonFaults.NOTHING, JsonFaults.NULL, Faults.HALF),
                one("build 1", "before a cancel", MbsFaultsTest::cancel).at("MbsBuildSystem.build"),
                one("build 1", "how it ended", MbsFaultsTest::ended).at("EndedBuilds.build"),
                one("build 2", "its sibling", MbsFaultsTest::ended).at("EndedBuilds.build"),
                list("of a commit", MbsFaultsTest::find).at("MbsBuildSystem.first"),
                list("of a commit that is built already", MbsFaultsTest::conflict)
                        .at("MbsBuildSystem.first"),
                list("that are unfinished", MbsFaultsTest::unfinished).at("EndedBuilds.look"),
                list("that are ready", MbsFaultsTest::modules)
                        .at("MbsModules.look")
                        .but(End.UNAVAILABLE, JsonFaults.of("/items/0/name", "/items/0/stream")),
                list("that have become ready", MbsFaultsTest::since)
                        .at("MbsModuleSource.look")
                        .but(End.UNAVAILABLE, JsonFaults.of("/items/0/name", "/items/0/stream"))
                        .but(End.UNAVAILABLE, JsonFaults.of("/items/0/state_trace")));
    }

    /** What MBS itself refuses is refused. */
    private static Row<FakeMbs> order(String call, Row.Making<FakeMbs> making, Row.Effects<FakeMbs> again) {
        return Row.orders(call, "", making, again).but(End.REFUSED, NO).but(End.REFUSED, Faults.UNAUTHORIZED);
    }

    private static Row<FakeMbs> one(String call, String when, Row.Making<FakeMbs> making) {
        return Row.asks(call, when, making)
                .but(End.FINE, SAYS_404)
                .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP) // Java itself sends a GET again
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/id", "/state"));
    }

    private static Row<FakeMbs> list(String when, Row.Making<FakeMbs> making) {
        return Row.asks(BUILDS, when, making)
                .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP) // Java itself sends a GET again
                .but(End.UNAVAILABLE, 2, JsonFaults.of("/items", "/meta"))
                .but(End.UNAVAILABLE, JsonFaults.of("/items/0/id", "/items/0/state"));
    }

    private static MbsSettings settings(URI url) {
        Duration minute = Duration.ofMinutes(1);
        return new MbsSettings(url, TOKEN, null, minute, 20, minute, minute, minute, 2, 4);
    }

    private static MbsApi api(URI url, Politeness politeness) {
        return new MbsApi(Systems.http("mbs", politeness), settings(url));
    }

    private static MbsBuildSystem system(URI url, Politeness politeness) {
        return new MbsBuildSystem(api(url, politeness), new MemoryDistGit(), MbsWorld.SOURCES, settings(url));
    }

    private static void submit(FakeMbs world, URI url, Politeness politeness) {
        system(url, politeness).submit(REQUEST);
    }

    private static int builtInAll(FakeMbs world) {
        submit(
                world,
                world.url(),
                Systems.PATIENT); // as often as the job wants: MBS answers 409, and its build is found
        return world.builds().size();
    }

    private static void find(FakeMbs world, URI url, Politeness politeness) {
        MemoryDistGit git = new MemoryDistGit();
        git.bump("modules/shelf1", "1.0", "before", REQUEST.build());
        new MbsBuildSystem(api(world.url(), politeness), git, MbsWorld.SOURCES, settings(url)).submit(REQUEST);
        new MbsBuildSystem(api(url, politeness), git, MbsWorld.SOURCES, settings(url)).find(REQUEST);
    }

    private static void conflict(FakeMbs world, URI url, Politeness politeness) {
        submit(world, world.url(), politeness);
        submit(world, url, politeness);
    }

    private static void cancel(FakeMbs world, URI url, Politeness politeness) {
        world.add("shelf1", "1.0", "build");
        system(url, politeness).cancel(BuildRequests.taken(REQUEST, "1"));
    }

    private static int canceledInAll(FakeMbs world) {
        system(world.url(), Systems.PATIENT).cancel(BuildRequests.taken(REQUEST, "1"));
        return (int) world.builds()
                .getFirst()
                .path("state_trace")
                .valueStream()
                .filter(step -> step.path("state").asInt() == MbsBuild.FAILED)
                .count();
    }

    private static void ended(FakeMbs world, URI url, Politeness politeness) {
        world.add("shelf1", "1.0", "ready").withArray("siblings").add(2);
        world.add("shelf1", "1.0", "ready");
        system(url, politeness).ended(List.of("1"));
    }

    private static void unfinished(FakeMbs world, URI url, Politeness politeness) {
        world.add("shelf1", "1.0", "build");
        system(url, politeness).ended(List.of("1"));
    }

    private static void modules(FakeMbs world, URI url, Politeness politeness) {
        world.add("shelf1", "1.0", "ready");
        new MbsModules(api(url, politeness), Duration.ofMinutes(1), Clock.systemUTC()).builtWith("a", "b");
    }

    private static void since(FakeMbs world, URI url, Politeness politeness) {
        world.add("shelf1", "1.0", "ready");
        new MbsModuleSource(api(url, politeness)).since(Instant.EPOCH);
    }
}
