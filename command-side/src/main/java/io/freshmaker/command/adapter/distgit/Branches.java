package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.outside.Outside;
import io.freshmaker.command.port.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** The branches of dist-git over the network. Everything here may throw {@link Refused} or Unavailable. */
final class Branches {

    /** Of {@link #fetch}: the branch to its beginning. */
    static final int ALL = Integer.MAX_VALUE;

    /** A transfer may take as many read time-outs as this in all. */
    private static final int PATIENCE = 5;

    private final Outside outside;
    private final DistGitSettings settings;
    private final Transports transports;
    private final Bounded bounded;

    Branches(Outside outside, DistGitSettings settings, Transports transports) {
        this.outside = outside;
        this.settings = settings;
        this.transports = transports;
        this.bounded = new Bounded(settings.readTimeout().multipliedBy(PATIENCE));
    }

    /** The commit that a branch is at; nothing is fetched. */
    String head(String repository, String branch) {
        URIish uri = GitUrl.of(settings.baseUrl(), repository);
        return ask("head of %s#%s".formatted(repository, branch), () -> {
            try (Transport transport = transports.open(uri);
                    FetchConnection connection = transport.openFetch(List.of(new RefSpec(ref(branch))))) {
                return commit(found(connection, repository, branch)).name();
            }
        });
    }

    /** Its newest commits; to be closed. */
    FetchedBranch fetch(String repository, String branch, int depth) {
        return fetch(GitUrl.of(settings.baseUrl(), repository), repository, branch, depth);
    }

    /** The same from where is pushed, which a mirror for reading may lag behind. */
    FetchedBranch fetchToPush(String repository, String branch, int depth) {
        return fetch(GitUrl.of(settings.pushUrl(), repository), repository, branch, depth);
    }

    /** Moves a branch from the head that was fetched to a new commit; nobody's work is ever overwritten. */
    RemoteRefUpdate push(FetchedBranch from, ObjectId commit, String repository, String branch) {
        URIish uri = GitUrl.of(settings.pushUrl(), repository);
        String what = "push to %s#%s".formatted(repository, branch);
        return outside.tell(what, refusing(what, () -> {
            RemoteRefUpdate update = new RemoteRefUpdate(
                    from.repository(), commit.name(), commit, ref(branch), false, null, from.head());
            try (Transport transport = transports.open(from.repository(), uri)) {
                transport.push(NullProgressMonitor.INSTANCE, List.of(update));
            }
            return update;
        }));
    }

    private FetchedBranch fetch(URIish uri, String repository, String branch, int depth) {
        return ask("fetch %s#%s".formatted(repository, branch), () -> {
            FetchedBranch fetched = new FetchedBranch();
            try (Transport transport = opened(fetched.repository(), uri, depth);
                    FetchConnection connection = transport.openFetch(List.of(new RefSpec(ref(branch))))) {
                Ref head = found(connection, repository, branch);
                connection.fetch(NullProgressMonitor.INSTANCE, List.of(head), Set.of());
                fetched.headIs(commit(head));
                return fetched;
            } catch (IOException | RuntimeException e) {
                fetched.close();
                throw e;
            }
        });
    }

    private Transport opened(Repository local, URIish uri, int depth) throws IOException {
        Transport transport = transports.open(local, uri);
        if (depth != ALL) transport.setDepth(depth);
        return transport;
    }

    private static Ref found(FetchConnection connection, String repository, String branch) {
        Ref ref = connection.getRef(Constants.R_HEADS + branch);
        if (ref == null) throw new Refused("dist-git has no branch %s in %s".formatted(branch, repository));
        return ref;
    }

    /** A branch that a server advertises is at a commit. */
    private static ObjectId commit(Ref branch) {
        return Objects.requireNonNull(branch.getObjectId());
    }

    private static String ref(String branch) {
        String ref = Constants.R_HEADS + branch;
        if (!Repository.isValidRefName(ref)) throw new Refused("Not a branch: " + branch);
        return ref;
    }

    private <T> T ask(String what, Callable<T> question) {
        return outside.ask(what, refusing(what, question));
    }

    private <T> Callable<T> refusing(String what, Callable<T> call) {
        return () -> {
            try {
                return bounded.call(call);
            } catch (IOException e) {
                throw GitFailure.refusal(what, e).<Exception>map(no -> no).orElse(e);
            }
        };
    }
}
