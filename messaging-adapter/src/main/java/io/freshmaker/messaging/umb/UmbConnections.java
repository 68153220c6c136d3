package io.freshmaker.messaging.umb;

import io.freshmaker.messaging.bus.Trouble;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.qpid.protonj2.client.Client;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ConnectionOptions;
import org.apache.qpid.protonj2.client.exceptions.ClientException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;

/** Connections to the UMB, each at the first of its brokers that answers. We are whom our certificate names, or a user. */
public final class UmbConnections implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    /** A broker that says nothing for so long is taken for dead; it is told to send something now and then. */
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final UmbSettings settings;
    private final SslBundles bundles;
    private final Client client = Client.create();

    /** Throws {@link IllegalArgumentException} when the TLS bundle is not there or cannot be used. */
    public UmbConnections(UmbSettings settings, SslBundles bundles) {
        this.settings = settings;
        this.bundles = bundles;
        if (settings.sslBundle() != null) check(settings.sslBundle());
    }

    /**
     * A new one.
     *
     * @param whenGone runs when it ends without our doing, on a thread of the client library
     * @throws IOException when no broker answers; it says what each had to say
     */
    public Connection connect(Runnable whenGone) throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        for (UmbAddress address : settings.addresses()) {
            try {
                return connect(address, whenGone);
            } catch (ClientException | ExecutionException | TimeoutException e) {
                complaints.add(address + ": " + Trouble.of(e));
            }
        }
        throw new IOException(String.join("; ", complaints));
    }

    private Connection connect(UmbAddress address, Runnable whenGone)
            throws ClientException, ExecutionException, TimeoutException, InterruptedException {
        Connection connection = client.connect(address.host(), address.port(), options(address, whenGone));
        try {
            return connection.openFuture().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            connection.closeAsync();
            throw e;
        }
    }

    private ConnectionOptions options(UmbAddress address, Runnable whenGone) {
        ConnectionOptions options = new ConnectionOptions()
                .openTimeout(PATIENCE.toMillis())
                .requestTimeout(PATIENCE.toMillis())
                .sendTimeout(settings.settleTimeout().toMillis())
                .closeTimeout(LAST_WORDS.toMillis())
                .idleTimeout(SILENCE.toMillis())
                .disconnectedHandler((_, _) -> whenGone.run());
        options.transportOptions().connectTimeout((int) PATIENCE.toMillis()).allowNativeIO(false);
        options.saslOptions().addAllowedMechanism(mechanism(address));
        if (settings.username() != null) options.user(settings.username()).password(settings.password());
        if (address.encrypted()) encrypt(options);
        return options;
    }

    private String mechanism(UmbAddress address) {
        if (settings.username() != null) return "PLAIN";
        return address.encrypted() ? "EXTERNAL" : "ANONYMOUS";
    }

    /** With the certificate that the bundle has now: where bundles are reloaded, it may have been renewed since the start. */
    private void encrypt(ConnectionOptions options) {
        SslBundle bundle = bundles.getBundle(Objects.requireNonNull(settings.sslBundle()));
        options.sslOptions()
                .sslEnabled(true)
                .verifyHost(true)
                .allowNativeSSL(false)
                .sslContextOverride(bundle.createSslContext());
    }

    private void check(String bundle) {
        try {
            bundles.getBundle(bundle).createSslContext();
        } catch (NoSuchSslBundleException _) {
            throw wrong("the name of a bundle of spring.ssl.bundle", bundle);
        } catch (RuntimeException e) {
            throw wrong("a bundle that can be used (" + Trouble.of(e) + ")", bundle);
        }
    }

    private static IllegalArgumentException wrong(String expected, @Nullable String found) {
        return new IllegalArgumentException(
                "freshmaker.umb.ssl-bundle: expected %s, found '%s'".formatted(expected, found));
    }

    @Override
    public void close() {
        client.close();
    }
}
