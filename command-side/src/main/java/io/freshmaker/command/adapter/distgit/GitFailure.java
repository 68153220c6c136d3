package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.port.Refused;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.RemoteRepositoryException;

/** Tells from an error of JGit whether dist-git said no, or whether we did not get through. */
final class GitFailure {

    private static final Set<Integer> LOGIN_REFUSED = Set.of(
            SshConstants.SSH2_DISCONNECT_HOST_KEY_NOT_VERIFIABLE,
            SshConstants.SSH2_DISCONNECT_AUTH_CANCELLED_BY_USER,
            SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE);

    /** JGit has no class of its own for these; the numbers are HTTP's, without 408 and 429, which mean later. */
    private static final Pattern SAYS_NO =
            Pattern.compile("not authorized|not permitted|no CredentialsProvider|uthentication not supported"
                    + "|: 4(0[0-79]|1\\d|2[0-8]|[3-9]\\d)\\b");

    private GitFailure() {}

    /**
     * Dist-git's no, in git's words; none when it may be asked again.
     *
     * @param what was asked for, for people
     */
    static Optional<Refused> refusal(String what, IOException error) {
        boolean no = error instanceof NotSupportedException
                || error instanceof RemoteRepositoryException
                || (error instanceof NoRemoteRepositoryException && !hungUp(error))
                || loginRefused(error)
                || SAYS_NO.matcher(String.valueOf(error.getMessage())).find();
        return no
                ? Optional.of(new Refused("dist-git says no (%s): %s".formatted(what, error.getMessage())))
                : Optional.empty();
    }

    /** A connection that ends without a word is "not found" to JGit, but it may just have been lost. */
    private static boolean hungUp(IOException error) {
        return error.getCause() instanceof EOFException;
    }

    private static boolean loginRefused(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof SshException ssh && LOGIN_REFUSED.contains(ssh.getDisconnectCode())) return true;
        }
        return false;
    }
}
