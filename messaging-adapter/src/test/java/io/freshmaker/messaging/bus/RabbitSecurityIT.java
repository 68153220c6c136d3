package io.freshmaker.messaging.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.freshmaker.platform.testing.RabbitNode;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The settings of docs/configuration.md for a RabbitMQ with TLS, as the environment names them: who gets in, and who does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RabbitSecurityIT {

    private final TestAuthority authority = TestAuthority.create();
    private final TestAuthority stranger = TestAuthority.create();
    private final Identity client = authority.client("messaging-adapter");
    private final RabbitNode node = RabbitNode.secured(authority);

    @AfterAll
    void end() {
        node.close();
    }

    @Test
    void certificate_and_password_together_get_in() {
        connect(node, node.password(), trusting(authority), owning(client));
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> connect(node, "guessed", trusting(authority), owning(client)))
                .rootCause()
                .hasMessageContaining("ACCESS_REFUSED");
    }

    @Test
    void no_certificate_and_one_of_another_authority_are_refused() {
        assertThatThrownBy(() -> connect(node, node.password(), trusting(authority), Map.of()));
        Identity unknown = stranger.client("messaging-adapter");
        assertThatThrownBy(() -> connect(node, node.password(), trusting(authority), owning(unknown)));
    }

    @Test
    void a_server_of_another_authority_or_with_another_name_is_not_talked_to() {
        assertThatThrownBy(() -> connect(node, node.password(), trusting(stranger), owning(client)))
                .hasStackTraceContaining("PKIX path validation failed");
        try (RabbitNode elsewhere = RabbitNode.secured(authority, authority.elsewhere())) {
            assertThatThrownBy(() -> connect(elsewhere, node.password(), trusting(authority), owning(client)))
                    .rootCause()
                    .hasMessageContaining("subject alternative");
        }
    }

    @Test
    void without_encryption_nobody_is_heard() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(RabbitAutoConfiguration.class, SslAutoConfiguration.class))
                .withPropertyValues(to(node, node.password()))
                .run(context -> assertThatThrownBy(
                        () -> context.getBean(ConnectionFactory.class).createConnection()));
    }

    private static void connect(
            RabbitNode node, String password, Map<String, String> trusted, Map<String, String> owned) {
        Map<String, Object> environment = new HashMap<>(trusted);
        environment.putAll(owned);
        environment.putAll(Map.of("SPRING_RABBITMQ_SSL_ENABLED", "true", "SPRING_RABBITMQ_SSL_BUNDLE", "bus"));
        new ApplicationContextRunner()
                .withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", environment)))
                .withConfiguration(AutoConfigurations.of(RabbitAutoConfiguration.class, SslAutoConfiguration.class))
                .withPropertyValues(to(node, password))
                .run(context -> assertThat(context.getBean(ConnectionFactory.class)
                                .createConnection()
                                .isOpen())
                        .isTrue());
    }

    private static String[] to(RabbitNode node, String password) {
        return new String[] {
            "spring.rabbitmq.host=127.0.0.1",
            "spring.rabbitmq.port=" + node.port(),
            "spring.rabbitmq.username=" + node.user(),
            "spring.rabbitmq.password=" + password,
            "spring.rabbitmq.connection-timeout=5s"
        };
    }

    private static Map<String, String> trusting(TestAuthority authority) {
        return Map.of("SPRING_SSL_BUNDLE_PEM_BUS_TRUSTSTORE_CERTIFICATE", "file:" + authority.certificate());
    }

    private static Map<String, String> owning(Identity identity) {
        return Map.of(
                "SPRING_SSL_BUNDLE_PEM_BUS_KEYSTORE_CERTIFICATE", "file:" + identity.certificate(),
                "SPRING_SSL_BUNDLE_PEM_BUS_KEYSTORE_PRIVATEKEY", "file:" + identity.key());
    }
}
