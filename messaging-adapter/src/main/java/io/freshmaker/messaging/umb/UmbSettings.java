package io.freshmaker.messaging.umb;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code freshmaker.umb.…}; without an address we have nothing to do with the UMB. A wrong one stops the start with a
 * sentence that names it.
 *
 * @param url the brokers, of which the first that answers is taken
 * @param sslBundle which of {@code spring.ssl.bundle.…} has our certificate and the authorities that we trust
 * @param username who we are where the certificate does not say it
 * @param queues what we listen to
 * @param prefetch how many messages each queue hands out before they are stored, 1 to 10,000
 * @param publish whether changes of Events and builds are told on the UMB
 * @param outPrefix what the addresses that we publish to begin with
 * @param settleTimeout how long a broker may take to settle what we publish, at most 30 s
 */
@ConfigurationProperties("freshmaker.umb")
public record UmbSettings(
        @DefaultValue List<String> url,
        @Nullable String sslBundle,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue List<String> queues,
        @DefaultValue("100") int prefetch,
        @DefaultValue("false") boolean publish,
        @DefaultValue("topic://VirtualTopic.eng.freshmaker") String outPrefix,
        @DefaultValue("5s") Duration settleTimeout) {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_PREFETCHED = 10_000;

    public UmbSettings {
        url = List.copyOf(url);
        queues = queues.stream().map(UmbSettings::checkedQueue).distinct().toList();
        outPrefix = checkedPrefix(outPrefix);
        List<UmbAddress> addresses = url.stream().map(UmbSettings::address).toList();
        if (!url.isEmpty()) checkWhoWeAre(addresses, sslBundle, username, password);
        if (url.isEmpty() == (publish || !queues.isEmpty())) throw needsBoth(url.isEmpty());
        if (prefetch < 1 || prefetch > MOST_PREFETCHED) {
            throw wrong("prefetch", "a number from 1 to " + MOST_PREFETCHED, String.valueOf(prefetch));
        }
        if (!settleTimeout.isPositive() || settleTimeout.compareTo(LONGEST) > 0) {
            throw wrong(
                    "settle-timeout", "a time of at most " + LONGEST.toSeconds() + "s", String.valueOf(settleTimeout));
        }
    }

    /** Whether we listen to the UMB. */
    public boolean isHeard() {
        return !queues.isEmpty();
    }

    List<UmbAddress> addresses() {
        return url.stream().map(UmbSettings::address).toList();
    }

    private static UmbAddress address(String text) {
        String found = text.contains("@") ? "one with a user in it" : quoted(text); // and perhaps a password
        return UmbAddress.of(text)
                .orElseThrow(() -> wrong("url", "amqps://host:port, or several of them with commas between", found));
    }

    private static void checkWhoWeAre(
            List<UmbAddress> addresses,
            @Nullable String sslBundle,
            @Nullable String username,
            @Nullable String password) {
        if (sslBundle == null && addresses.stream().anyMatch(UmbAddress::encrypted)) {
            throw wrong("ssl-bundle", "the name of a bundle of spring.ssl.bundle for amqps", "nothing");
        }
        if ((username == null) != (password == null)) {
            String missing = username == null ? "username" : "password";
            throw wrong(missing, "one, as there is a " + (username == null ? "password" : "username"), "nothing");
        }
    }

    private static IllegalArgumentException needsBoth(boolean nowhere) {
        return nowhere
                ? wrong("url", "amqps://host:port, as there is something to listen to or to publish", "nothing")
                : wrong("queues", "a queue to listen to, or freshmaker.umb.publish=true", "neither");
    }

    private static String checkedQueue(String queue) {
        String stripped = queue.strip();
        if (!stripped.matches("[\\x21-\\x7e]{1,255}")) {
            throw wrong("queues", "names like Consumer.freshmaker.prod.VirtualTopic.eng.errata.>", quoted(queue));
        }
        return stripped;
    }

    private static String checkedPrefix(String prefix) {
        String stripped = prefix.strip().replaceAll("\\.+$", "");
        if (!stripped.matches("[\\x21-\\x7e&&[^*>#]]{1,150}")) {
            throw wrong("out-prefix", "the beginning of an address, without blanks, *, > and #", quoted(prefix));
        }
        return stripped;
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static IllegalArgumentException wrong(String name, String expected, String found) {
        return new IllegalArgumentException(
                "freshmaker.umb.%s: expected %s, found %s".formatted(name, expected, found));
    }

    /** Without the password, which no log may show. */
    @Override
    public String toString() {
        return "UmbSettings[url=%s, queues=%s, publish=%s]".formatted(url, queues, publish);
    }
}
