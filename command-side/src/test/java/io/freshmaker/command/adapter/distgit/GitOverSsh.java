package io.freshmaker.command.adapter.distgit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.UploadPack;

/** Git over ssh on loopback, for the user robin with one key. */
final class GitOverSsh implements AutoCloseable {

    private static final Pattern COMMAND = Pattern.compile("git-(upload|receive)-pack '?([^']*)'?");

    private final BareRepositories repositories;
    private final KeyPair host = SshKeys.pair();
    private final SshServer server = SshServer.setUpDefaultServer();

    GitOverSsh(BareRepositories repositories, PublicKey robin) throws IOException {
        this.repositories = repositories;
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator((user, key, _) -> user.equals("robin") && KeyUtils.compareKeys(key, robin));
        server.setCommandFactory((_, command) -> new Git(command));
        server.start();
    }

    /** With the place of the user, as in the settings. */
    String url() {
        return "ssh://%s@127.0.0.1:" + server.getPort();
    }

    /** A line of a file of known hosts. */
    String knownHost() {
        return "[127.0.0.1]:%d %s%n".formatted(server.getPort(), PublicKeyEntry.toString(host.getPublic()));
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }

    private final class Git implements Command {

        private final String command;
        private InputStream in = InputStream.nullInputStream();
        private OutputStream out = OutputStream.nullOutputStream();
        private OutputStream err = OutputStream.nullOutputStream();
        private ExitCallback exit = (_, _, _) -> {};

        Git(String command) {
            this.command = command;
        }

        @Override
        public void start(ChannelSession channel, Environment environment) {
            Thread.ofVirtual().start(this::run);
        }

        private void run() {
            Matcher matcher = COMMAND.matcher(command);
            try {
                if (!matcher.matches() || !repositories.has(matcher.group(2))) {
                    err.write("fatal: robin, there is no such repository\n".getBytes(StandardCharsets.UTF_8));
                    err.flush();
                    exit.onExit(128);
                    return;
                }
                try (Repository repository = repositories.open(matcher.group(2))) {
                    if (matcher.group(1).equals("upload")) new UploadPack(repository).upload(in, out, err);
                    else GitSide.receiving(repository).receive(in, out, err);
                }
                exit.onExit(0);
            } catch (IOException e) {
                exit.onExit(1, e.getMessage());
            }
        }

        @Override
        public void destroy(ChannelSession channel) {}

        @Override
        public void setInputStream(InputStream stream) {
            in = stream;
        }

        @Override
        public void setOutputStream(OutputStream stream) {
            out = stream;
        }

        @Override
        public void setErrorStream(OutputStream stream) {
            err = stream;
        }

        @Override
        public void setExitCallback(ExitCallback callback) {
            exit = callback;
        }
    }
}
