package io.freshmaker.messaging.umb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.messaging.testing.SecuredUmb;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.qpid.protonj2.client.Connection;
import org.apache.qpid.protonj2.client.ReceiverOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The settings of docs/systems/umb.md for TLS, as the environment names them: who gets in, and who does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UmbSecurityIT {

    private final TestAuthority authority = TestAuthority.create();
    private final TestAuthority stranger = TestAuthority.create();
    private final Identity client = authority.client("freshmaker");
    private final SecuredUmb umb = new SecuredUmb(authority, authority.server());

    @AfterAll
    void end() {
        umb.close();
    }

    @Test
    void a_certificate_gets_in_without_any_password() {
        connect(umb, authority, client);
    }

    @Test
    void no_certificate_and_one_of_another_authority_are_refused() {
        assertThatThrownBy(() -> connect(umb, authority, null)).isInstanceOf(IOException.class);
        Identity unknown = stranger.client("freshmaker");
        assertThatThrownBy(() -> connect(umb, authority, unknown))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(umb.address());
    }

    @Test
    void a_server_of_another_authority_or_with_another_name_is_not_talked_to() {
        assertThatThrownBy(() -> connect(umb, stranger, client)).hasMessageContaining("PKIX path validation failed");
        try (SecuredUmb elsewhere = new SecuredUmb(authority, authority.elsewhere())) {
            assertThatThrownBy(() -> connect(elsewhere, authority, client))
                    .hasMessageContaining("No subject alternative names matching IP address 127.0.0.1 found");
        }
    }

    @Test
    void of_several_brokers_the_first_that_answers_is_taken() {
        connect("amqps://127.0.0.1:1, " + umb.address(), environment(authority, client));
    }

    @Test
    void without_encryption_nobody_is_heard() {
        assertThatThrownBy(() -> connect(umb.address().replace("amqps", "amqp"), Map.of()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_bundle_that_is_not_there_or_cannot_be_used_stops_the_start_with_one_sentence() {
        assertThatThrownBy(() -> connect(umb.address(), Map.of("FRESHMAKER_UMB_SSLBUNDLE", "other")))
                .rootCause()
                .hasMessage("freshmaker.umb.ssl-bundle: expected the name of a bundle of spring.ssl.bundle,"
                        + " found 'other'");
        Map<String, Object> unreadable = environment(authority, client);
        unreadable.put("SPRING_SSL_BUNDLE_PEM_UMB_KEYSTORE_PRIVATEKEY", "file:/nowhere/key.pem");
        assertThatThrownBy(() -> connect(umb.address(), unreadable))
                .hasStackTraceContaining("freshmaker.umb.ssl-bundle: expected a bundle that can be used")
                .hasStackTraceContaining("/nowhere/key.pem");
    }

    private static void connect(SecuredUmb umb, TestAuthority trusted, @Nullable Identity owned) {
        connect(umb.address(), environment(trusted, owned));
    }

    private static Map<String, Object> environment(TestAuthority trusted, @Nullable Identity owned) {
        Map<String, Object> environment = new HashMap<>();
        environment.put("FRESHMAKER_UMB_SSLBUNDLE", "umb");
        environment.put("SPRING_SSL_BUNDLE_PEM_UMB_TRUSTSTORE_CERTIFICATE", "file:" + trusted.certificate());
        if (owned != null) {
            environment.put("SPRING_SSL_BUNDLE_PEM_UMB_KEYSTORE_CERTIFICATE", "file:" + owned.certificate());
            environment.put("SPRING_SSL_BUNDLE_PEM_UMB_KEYSTORE_PRIVATEKEY", "file:" + owned.key());
        }
        return environment;
    }

    private static void connect(String url, Map<String, ?> environment) {
        Map<String, Object> all = new HashMap<>(environment);
        all.put("FRESHMAKER_UMB_URL", url);
        all.put("FRESHMAKER_UMB_QUEUES", SecuredUmb.QUEUE);
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", all)))
                .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
                .withUserConfiguration(UmbConfiguration.class)
                .run(context -> {
                    try (Connection connection =
                            context.getBean(UmbConnections.class).connect(() -> {})) {
                        ReceiverOptions untilOpen = new ReceiverOptions().openTimeout(5_000);
                        connection
                                .openReceiver(SecuredUmb.QUEUE, untilOpen)
                                .openFuture()
                                .get();
                        assertThat(connection.openFuture().isDone()).isTrue();
                    }
                });
    }
}
