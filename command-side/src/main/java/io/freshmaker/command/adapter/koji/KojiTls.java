package io.freshmaker.command.adapter.koji;

import io.freshmaker.command.outside.ClientCertificate;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** What we show a hub over TLS, and whom we trust. */
final class KojiTls {

    private KojiTls() {}

    /** Nothing of our own where no setting says so: then the JVM's. The certificate's file holds its key as well. */
    static Optional<SSLContext> of(KojiSettings settings) {
        Path ours = settings.clientCertificate();
        return new ClientCertificate(ours, ours, settings.serverCa())
                .context(KojiSettings.PREFIX + ".client-certificate, .server-ca");
    }
}
