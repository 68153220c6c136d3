package io.freshmaker.command.adapter.distgit;

import io.freshmaker.command.port.Refused;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.RemoteSession;
import org.eclipse.jgit.transport.SshSessionFactory;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.JGitKeyCache;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/** Sessions of ssh with our key, to servers whose keys we know. No configuration, key or agent of the user we run as is used. */
final class SshAccess extends SshSessionFactory implements AutoCloseable {

    private final DistGitSettings settings;
    private final SshdSessionFactory sessions;

    SshAccess(DistGitSettings settings) {
        this.settings = settings;
        this.sessions = new SshdSessionFactoryBuilder()
                .setPreferredAuthentications("publickey")
                .setHomeDirectory(Path.of("/nonexistent").toFile())
                .setSshDirectory(Path.of("/nonexistent").toFile())
                .setConfigStoreFactory((_, _, _) -> null)
                .setDefaultIdentities(_ -> files(settings.sshKey()))
                .setDefaultKnownHostsFiles(_ -> files(settings.knownHosts()))
                .build(new JGitKeyCache());
    }

    /** JGit would hide who is missing behind a connection that was lost. */
    void checkSettings() {
        check("ssh-key", settings.sshKey());
        check("known-hosts", settings.knownHosts());
    }

    @Override
    public RemoteSession getSession(URIish uri, @Nullable CredentialsProvider nobody, FS files, int timeout)
            throws TransportException {
        return sessions.getSession(
                uri, null, files, Math.toIntExact(settings.connectTimeout().toMillis()));
    }

    @Override
    public String getType() {
        return sessions.getType();
    }

    @Override
    public void close() {
        sessions.close();
    }

    private static void check(String setting, @Nullable Path file) {
        if (file == null)
            throw new Refused("%s.%s is not set, which ssh needs".formatted(DistGitSettings.PREFIX, setting));
    }

    private static List<Path> files(@Nullable Path file) {
        return file == null ? List.of() : List.of(file);
    }
}
