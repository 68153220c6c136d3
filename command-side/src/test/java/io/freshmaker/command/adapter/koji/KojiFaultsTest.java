package io.freshmaker.command.adapter.koji;

import static io.freshmaker.command.adapter.koji.KojiFaults.EACH_FINAL;
import static io.freshmaker.command.adapter.koji.KojiFaults.EACH_PASSING;
import static io.freshmaker.command.adapter.koji.KojiFaults.FINAL;
import static io.freshmaker.command.adapter.koji.KojiFaults.NAMELESS;
import static io.freshmaker.command.adapter.koji.KojiFaults.PASSING;
import static io.freshmaker.command.adapter.koji.KojiFaults.SESSION;
import static io.freshmaker.command.adapter.koji.KojiFaults.SESSION_ONCE;
import static io.freshmaker.command.adapter.koji.KojiFaults.STRANGE;
import static io.freshmaker.command.adapter.koji.KojiFaults.TOO_FEW;
import static io.freshmaker.command.adapter.koji.KojiFaults.UNAUTHORIZED_ONCE;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Fault;
import io.freshmaker.command.outside.FaultMatrix;
import io.freshmaker.command.outside.Faults;
import io.freshmaker.command.outside.Row;
import io.freshmaker.command.outside.Row.End;
import io.freshmaker.command.outside.Sources;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every call of Koji's under every fault (docs/systems/koji.md, "When it is slow, wrong or away"). */
class KojiFaultsTest extends FaultMatrix<FakeKojiHub> {

    private static final Pattern CALL = Pattern.compile("(?:ask|tell|Call\\.of)\\(\\s*\"(\\w+)\"");
    private static final String MANY = "multiCall of ";

    @Override
    protected String system() {
        return "koji";
    }

    @Override
    protected FakeKojiHub world() {
        return new FakeKojiHub();
    }

    @Override
    protected URI address(FakeKojiHub world) {
        return world.url();
    }

    @Override
    protected Set<String> callsIn(Half request) {
        return KojiFaults.callsIn(request);
    }

    @Override
    protected Set<String> sites() {
        return Sources.found("koji", CALL).stream()
                .filter(method -> !method.equals("multiCall"))
                .collect(Collectors.toSet());
    }

    @Override
    protected String shown(Row<FakeKojiHub> row) {
        return row.call().replace(MANY, "");
    }

    @Override
    protected List<String> secrets() {
        return List.of("key-1", KojiWorld.TICKET);
    }

    @Override
    protected List<Fault> ownFaults() {
        return List.of(FINAL, PASSING, SESSION, STRANGE);
    }

    @Override
    protected List<Row<FakeKojiHub>> rows() {
        return Stream.of(orders(), questions(), bulk())
                .flatMap(List::stream)
                .map(row -> row.at(shown(row)))
                .toList();
    }

    private static List<Row<FakeKojiHub>> orders() {
        return Stream.of(
                        Row.orders("sslLogin", "by certificate", KojiWorld::submit, KojiWorld::submittedInAll),
                        Row.orders("sslLogin", "by ticket", KojiWorld::submitByKerberos, KojiWorld::submittedInAll)
                                .but(End.FINE, 2, UNAUTHORIZED_ONCE)
                                .but(End.UNAVAILABLE, 2, Faults.UNAUTHORIZED),
                        inSession("buildContainer", "", KojiWorld::submit, KojiWorld::submittedInAll),
                        inSession("build", "", KojiWorld::submitPackage, KojiWorld::packagesInAll),
                        inSession("cancelTask", "", KojiWorld::cancel, KojiWorld::canceledInAll)
                                .but(End.FINE, STRANGE),
                        inSession("getLoggedInUser", "", KojiWorld::find, KojiWorld::submittedInAll))
                .map(row -> row.but(End.REFUSED, FINAL))
                .toList();
    }

    /** A session that is not taken is replaced once, and the order given in the new one. */
    private static Row<FakeKojiHub> inSession(
            String call, String when, Row.Making<FakeKojiHub> making, Row.Effects<FakeKojiHub> again) {
        return Row.orders(call, when, making, again)
                .but(End.FINE, 2, SESSION_ONCE, UNAUTHORIZED_ONCE)
                .but(End.UNAVAILABLE, 2, SESSION, Faults.UNAUTHORIZED);
    }

    private static List<Row<FakeKojiHub>> questions() {
        return Stream.of(
                        Row.asks("getUser", "", KojiWorld::findOfOwner),
                        Row.asks("listTasks", "", KojiWorld::find),
                        Row.asks("getTaskInfo", "before a cancel", KojiWorld::cancel),
                        Row.asks("getBuild", "for its tags", KojiWorld::tagsOf),
                        Row.asks("getBuild", "for its task", KojiWorld::taskOf),
                        Row.asks("listTags", "", KojiWorld::tagsOf),
                        Row.asks("getBuild", "for its RPMs", KojiWorld::rpmsOf),
                        Row.asks("listRPMs", "of a build", KojiWorld::rpmsOf),
                        Row.asks("getBuild", "for its base image", KojiWorld::submit),
                        Row.asks("getBuild", "for its content", KojiWorld::contentOf),
                        Row.asks("listArchives", "for its content", KojiWorld::contentOf),
                        Row.asks("listTagged", "", KojiWorld::images),
                        Row.asks("getBuild", "for its archives", KojiWorld::buildsIn),
                        Row.asks("listArchives", "of an image", KojiWorld::buildsIn),
                        Row.asks("getLastEvent", "", KojiWorld::tagged))
                .map(KojiFaultsTest::answered)
                .toList();
    }

    /** A no is an answer, so it is asked for once. */
    private static Row<FakeKojiHub> answered(Row<FakeKojiHub> row) {
        return row.but(End.REFUSED, FINAL).but(End.UNAVAILABLE, PASSING, SESSION, STRANGE);
    }

    private static List<Row<FakeKojiHub>> bulk() {
        Stream<Row<FakeKojiHub>> ofSome = Stream.of(
                        Row.asks(MANY + "getTaskInfo", "", KojiWorld::going),
                        Row.asks(MANY + "getTaskResult", "of failed ones", KojiWorld::failed))
                .map(row -> row.but(End.FINE, EACH_FINAL, EACH_PASSING));
        Stream<Row<FakeKojiHub>> ofAll = Stream.of(
                        Row.asks(MANY + "getTaskResult", "of closed ones", KojiWorld::built),
                        Row.asks(MANY + "getTaskResult", "of their children", KojiWorld::closed)
                                .after(1),
                        Row.asks(MANY + "listBuilds", "", KojiWorld::builtPackage),
                        Row.asks(MANY + "getBuild", "of modules", KojiWorld::modules),
                        Row.asks(MANY + "getTaskChildren", "", KojiWorld::closed),
                        Row.asks(MANY + "getBuild", "of ended tasks", KojiWorld::built),
                        Row.<FakeKojiHub>asks(MANY + "getBuild", "of images", KojiWorld::images)
                                .but(End.UNAVAILABLE, NAMELESS),
                        Row.<FakeKojiHub>asks(MANY + "getBuild", "of parents", KojiWorld::parents)
                                .after(1)
                                .but(End.UNAVAILABLE, NAMELESS),
                        Row.asks(MANY + "getTaskRequest", "", KojiWorld::images),
                        Row.asks(MANY + "listArchives", "", KojiWorld::images),
                        Row.asks(MANY + "listRPMs", "of images", KojiWorld::images),
                        Row.asks(MANY + "listRPMs", "of a built image", KojiWorld::contentOf),
                        Row.<FakeKojiHub>asks(MANY + "getBuild", "of originals", KojiWorld::howBaseBuilt)
                                .but(End.UNAVAILABLE, NAMELESS),
                        Row.<FakeKojiHub>asks(MANY + "getBuild", "of their parents", KojiWorld::howBuilt)
                                .after(1)
                                .but(End.UNAVAILABLE, NAMELESS),
                        Row.asks(MANY + "getTaskRequest", "of originals", KojiWorld::howBuilt),
                        Row.asks(MANY + "listArchives", "of originals", KojiWorld::howBuilt),
                        Row.<FakeKojiHub>asks(MANY + "getBuild", "of bundles", KojiWorld::bundles),
                        Row.asks(MANY + "listRPMs", "for their builds", KojiWorld::buildsIn),
                        Row.<FakeKojiHub>asks(MANY + "getBuild", "of an image's RPMs", KojiWorld::buildsIn)
                                .but(End.UNAVAILABLE, NAMELESS),
                        Row.<FakeKojiHub>asks(MANY + "listTagged", "of packages", KojiWorld::latestIn)
                                .but(End.UNAVAILABLE, NAMELESS))
                .map(row -> row.but(End.FINE, EACH_FINAL).but(End.UNAVAILABLE, EACH_PASSING));
        Stream<Row<FakeKojiHub>> strict = Stream.of(Row.<FakeKojiHub>asks(MANY + "queryHistory", "", KojiWorld::tagged)
                .but(End.UNAVAILABLE, NAMELESS)
                .but(End.REFUSED, EACH_FINAL)
                .but(End.UNAVAILABLE, EACH_PASSING));
        return Stream.of(ofSome, ofAll, strict)
                .flatMap(rows -> rows)
                .map(KojiFaultsTest::answered)
                .map(row -> row.but(End.UNAVAILABLE, TOO_FEW))
                .toList();
    }
}
