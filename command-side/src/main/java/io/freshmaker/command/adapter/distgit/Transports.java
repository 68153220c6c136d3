package io.freshmaker.command.adapter.distgit;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.HttpTransport;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** Opens connections to dist-git: with time-outs, and as who we are there. */
final class Transports implements AutoCloseable {

    private final DistGitSettings settings;
    private final SshAccess ssh;

    Transports(DistGitSettings settings) {
        NoGitConfiguration.install();
        this.settings = settings;
        this.ssh = new SshAccess(settings);
    }

    /** For a question that needs nothing of ours. */
    Transport open(URIish uri) throws IOException {
        return prepared(Transport.open(uri));
    }

    /** For what is put into, or taken from, a repository here. */
    Transport open(Repository local, URIish uri) throws IOException {
        return prepared(Transport.open(local, uri));
    }

    @Override
    public void close() {
        ssh.close();
    }

    private Transport prepared(Transport transport) {
        transport.setTimeout(seconds(settings.readTimeout()));
        transport.setTagOpt(TagOpt.NO_TAGS);
        if (transport instanceof SshTransport shell) {
            ssh.checkSettings();
            shell.setSshSessionFactory(ssh);
        }
        if (transport instanceof HttpTransport && settings.password() != null) {
            transport.setCredentialsProvider(
                    new UsernamePasswordCredentialsProvider(settings.user(), settings.password()));
        }
        return transport;
    }

    /** JGit counts in whole seconds, and 0 is for ever. */
    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
