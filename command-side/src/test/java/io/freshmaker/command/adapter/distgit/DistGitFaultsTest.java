package io.freshmaker.command.adapter.distgit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Fault;
import io.freshmaker.command.outside.FaultMatrix;
import io.freshmaker.command.outside.Faults;
import io.freshmaker.command.outside.Row;
import io.freshmaker.command.outside.Row.End;
import io.freshmaker.command.outside.Sources;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Every request of git's over HTTP under every fault (docs/systems/dist-git.md, "When it is slow, wrong or away"). */
class DistGitFaultsTest extends FaultMatrix<GitWorld> {

    private static final Pattern SITE = Pattern.compile("\\bbranches\\.([a-z]\\w*)\\(");
    private static final String REFS = "refs for upload";
    private static final String PACK = "upload-pack";
    private static final String PUSH_REFS = "refs for receive";
    private static final String PUSH = "receive-pack";

    private static final Fault MANY_REFS =
            new Fault("very many branches", victim -> tooMuch(victim, "0".repeat(39) + "1 refs/heads/another\n"));

    /** What a server says for people while it works. */
    private static final Fault CHATTER =
            new Fault("much chatter", victim -> tooMuch(victim, "\u0002" + "still working ".repeat(60)));

    private static final Fault[] NO = {Faults.UNAUTHORIZED, Faults.FORBIDDEN, Faults.NOT_FOUND};

    @Override
    protected String system() {
        return "dist-git";
    }

    @Override
    protected GitWorld world() throws IOException {
        return new GitWorld();
    }

    @Override
    protected URI address(GitWorld world) {
        return world.url();
    }

    @Override
    protected Set<String> callsIn(Half request) {
        String address = request.start().split(" ")[1];
        return Set.of(
                address.contains("/info/refs")
                        ? address.replaceFirst(".*service=git-(\\w+)-pack", "refs for $1")
                        : address.replaceFirst(".*/git-", ""));
    }

    @Override
    protected String shown(Row<GitWorld> row) {
        return row.site().replaceFirst("\\w+\\.(head|fetch|push).*", "$1");
    }

    @Override
    protected Set<String> sites() {
        return Sources.sites("distgit", SITE);
    }

    @Override
    protected List<String> secrets() {
        return List.of(GitWorld.PASSWORD, "cm9iaW46c2VjcmV0");
    }

    @Override
    protected int patience() {
        return 5;
    }

    @Override
    protected List<Row<GitWorld>> rows() {
        return List.of(
                refs("head", "JGitDistGit.head", GitWorld::head),
                refs("changed files", "JGitDistGit.fetch", GitWorld::changedFiles),
                refs("an earlier bump", "JGitDistGit.fetchToPush", GitWorld::findBump),
                refs("followed branches", "DistGitHeads.fetch", GitWorld::since).but(End.FINE, NO),
                pack("changed files", "JGitDistGit.fetch", GitWorld::changedFiles),
                pack("an earlier bump", "JGitDistGit.fetchToPush", GitWorld::findBump),
                pack("followed branches", "DistGitHeads.fetch", GitWorld::since)
                        .but(End.FINE, 2, Faults.UNAUTHORIZED, Faults.FORBIDDEN),
                push(PUSH_REFS, "with the password")
                        .after(1)
                        .but(End.REFUSED, NO)
                        .but(End.UNAVAILABLE, 2, Faults.HUNG_UP)
                        .but(End.UNAVAILABLE, MANY_REFS),
                push(PUSH, "").but(End.REFUSED, 2, NO).but(End.UNAVAILABLE, CHATTER));
    }

    private static Row<GitWorld> refs(String when, String site, Row.Making<GitWorld> making) {
        return Row.asks(REFS, when, making)
                .at(site)
                .but(End.REFUSED, NO)
                .but(End.UNAVAILABLE, 2 * 2, Faults.HUNG_UP) // Java itself sends a GET again
                .but(End.UNAVAILABLE, 2, MANY_REFS);
    }

    /** JGit asks once more when somebody has to log in; nothing has been done then. */
    private static Row<GitWorld> pack(String when, String site, Row.Making<GitWorld> making) {
        return Row.asks(PACK, when, making)
                .at(site)
                .but(End.REFUSED, 2, Faults.UNAUTHORIZED, Faults.FORBIDDEN)
                .but(End.UNAVAILABLE, 2 * 2, Faults.NOT_FOUND)
                .but(End.UNAVAILABLE, 2, CHATTER);
    }

    private static Row<GitWorld> push(String call, String when) {
        return Row.<GitWorld>orders(call, when, GitWorld::bump, GitWorld::bumpedInAll)
                .at("JGitDistGit.push");
    }

    private static void tooMuch(Fault.Victim victim, String line) throws IOException {
        String packet = "%04x%s".formatted(line.length() + 4, line);
        String much = packet.repeat((int) (2 * GitWorld.LIMITS.pack() / packet.length()));
        victim.say(victim.longer(much.getBytes(ISO_8859_1), "0000".length()));
    }
}
