package io.freshmaker.command.adapter.distgit;

import java.io.IOException;
import java.time.Duration;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** Opens connections to dist-git: with time-outs, and as who we are there. */
final class Transports implements AutoCloseable {

    private final DistGitSettings settings;
    private final SshAccess ssh;
    private final OneServer.Limits limits;

    Transports(DistGitSettings settings) {
        this(settings, OneServer.Limits.USUAL);
    }

    Transports(DistGitSettings settings, OneServer.Limits limits) {
        NoGitConfiguration.install();
        this.settings = settings;
        this.limits = limits;
        this.ssh = new SshAccess(settings);
    }

    /** For a question that needs nothing of ours. */
    Transport open(URIish uri) throws IOException {
        return prepared(Transport.open(uri), uri);
    }

    /** For what is put into, or taken from, a repository here. */
    Transport open(Repository local, URIish uri) throws IOException {
        return prepared(Transport.open(local, uri), uri);
    }

    @Override
    public void close() {
        ssh.close();
    }

    private Transport prepared(Transport transport, URIish uri) {
        transport.setTimeout(seconds(settings.readTimeout()));
        transport.setTagOpt(TagOpt.NO_TAGS);
        if (transport instanceof SshTransport shell) {
            ssh.checkSettings();
            shell.setSshSessionFactory(ssh);
        }
        if (transport instanceof TransportHttp http) prepare(http, uri);
        return transport;
    }

    private void prepare(TransportHttp http, URIish uri) {
        http.setHttpConnectionFactory(new OneServer(uri, limits));
        if (settings.password() != null) {
            http.setCredentialsProvider(new UsernamePasswordCredentialsProvider(settings.user(), settings.password()));
        }
    }

    /** JGit counts in whole seconds, and 0 is for ever. */
    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
