package io.freshmaker.messaging.umb;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Where a broker of the UMB is. */
record UmbAddress(String host, int port, boolean encrypted) {

    private static final String ENCRYPTED = "amqps";
    private static final String PLAIN = "amqp";
    private static final int ENCRYPTED_PORT = 5671;
    private static final int PLAIN_PORT = 5672;

    /** Of {@code amqps://host:port} or {@code amqp://host:port} with nothing else in it; the port may be left out. */
    static Optional<UmbAddress> of(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean encrypted = ENCRYPTED.equals(uri.getScheme());
            if (!encrypted && !PLAIN.equals(uri.getScheme())) return Optional.empty();
            UmbAddress address = new UmbAddress(String.valueOf(uri.getHost()), port(uri, encrypted), encrypted);
            return isNothingElse(uri) ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isNothingElse(URI uri) {
        return uri.getHost() != null
                && uri.getUserInfo() == null
                && uri.getPath().replace("/", "").isEmpty()
                && uri.getQuery() == null
                && uri.getFragment() == null;
    }

    private static int port(URI uri, boolean encrypted) {
        if (uri.getPort() >= 0) return uri.getPort();
        return encrypted ? ENCRYPTED_PORT : PLAIN_PORT;
    }

    @Override
    public String toString() {
        return "%s://%s:%d".formatted(encrypted ? ENCRYPTED : PLAIN, host, port);
    }
}
