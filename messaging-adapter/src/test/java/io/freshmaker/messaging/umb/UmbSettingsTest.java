package io.freshmaker.messaging.umb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class UmbSettingsTest {

    private static final Map<String, String> SMALL = Map.of(
            "url", "amqps://umb1.example.com:5671, amqps://umb2.example.com",
            "ssl-bundle", "umb",
            "queues", "Consumer.freshmaker.prod.VirtualTopic.eng.errata.>");

    @Test
    void without_an_address_it_is_off() {
        UmbSettings settings = bind(Map.of());

        assertThat(settings.isHeard()).isFalse();
        assertThat(settings.publish()).isFalse();
        assertThat(settings.addresses()).isEmpty();
    }

    @Test
    void the_rest_has_defaults() {
        UmbSettings settings = bind(SMALL);

        assertThat(settings.isHeard()).isTrue();
        assertThat(settings.publish()).isFalse();
        assertThat(settings.addresses()).hasToString("[amqps://umb1.example.com:5671, amqps://umb2.example.com:5671]");
        assertThat(settings.prefetch()).isEqualTo(100);
        assertThat(settings.settleTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.outPrefix()).isEqualTo("topic://VirtualTopic.eng.freshmaker");
    }

    @Test
    void a_password_is_not_shown() {
        assertThat(bind(with("username", "me", "password", "secret")).toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url|http://x|amqps://host:port, or several of them with commas between, found 'http://x'",
                "url|amqps://me:secret@x|amqps://host:port, or several of them with commas between, found one with a"
                        + " user in it",
                "queues|a b|names like Consumer.freshmaker.prod.VirtualTopic.eng.errata.>, found 'a b'",
                "out-prefix|a.*|the beginning of an address, without blanks, *, > and #, found 'a.*'",
                "prefetch|0|a number from 1 to 10000, found 0",
                "settle-timeout|31s|a time of at most 30s, found PT31S",
            })
    void a_wrong_setting_is_named_with_what_was_expected(String name, String value, String complaint) {
        assertRefused(with(name, value), name, complaint);
    }

    @Test
    void what_belongs_together_is_needed_together() {
        assertRefused(
                without("url"),
                "url",
                "amqps://host:port, as there is something to listen to or to publish, found nothing");
        assertRefused(
                without("queues"), "queues", "a queue to listen to, or freshmaker.umb.publish=true, found neither");
        assertRefused(
                without("ssl-bundle"),
                "ssl-bundle",
                "the name of a bundle of spring.ssl.bundle for amqps, found nothing");
        assertRefused(with("username", "me"), "password", "one, as there is a username, found nothing");
        assertRefused(with("password", "secret"), "username", "one, as there is a password, found nothing");
    }

    private static void assertRefused(Map<String, String> given, String name, String complaint) {
        assertThatThrownBy(() -> bind(given)).rootCause().hasMessage("freshmaker.umb.%s: expected %s", name, complaint);
    }

    private static Map<String, String> with(String... namesAndValues) {
        Map<String, String> given = new HashMap<>(SMALL);
        for (int i = 0; i < namesAndValues.length; i += 2) given.put(namesAndValues[i], namesAndValues[i + 1]);
        return given;
    }

    private static Map<String, String> without(String name) {
        Map<String, String> given = new HashMap<>(SMALL);
        given.remove(name);
        return given;
    }

    private static UmbSettings bind(Map<String, String> given) {
        Map<String, String> properties = new HashMap<>();
        given.forEach((name, value) -> properties.put("freshmaker.umb." + name, value));
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("freshmaker.umb", UmbSettings.class);
    }
}
