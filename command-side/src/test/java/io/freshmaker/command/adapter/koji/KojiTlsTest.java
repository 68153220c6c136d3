package io.freshmaker.command.adapter.koji;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.freshmaker.command.outside.Exchange.Half;
import io.freshmaker.command.outside.Http;
import io.freshmaker.command.outside.Systems;
import io.freshmaker.command.port.Unavailable;
import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** A login by client certificate, at a server that asks for one. */
class KojiTlsTest {

    private final TestAuthority authority = TestAuthority.create();
    private final Path folder;
    private final HttpsServer server;

    KojiTlsTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        SSLContext context = context(authority.server());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters wanted = context.getDefaultSSLParameters();
                wanted.setNeedClientAuth(true);
                parameters.setSSLParameters(wanted);
            }
        });
        server.createContext("/", exchange -> {
            try (exchange) {
                boolean login = exchange.getRequestURI().getPath().endsWith("/ssllogin");
                Object answer = login ? Map.of("session-id", 7, "session-key", "k", "header-auth", true) : 5;
                Answers.value(answer).to(new Half("POST / HTTP/1.1", Map.of(), new byte[0]), exchange);
            }
        });
        server.start();
    }

    private SSLContext context(Identity identity) throws IOException {
        PemSslStoreDetails ours = PemSslStoreDetails.forCertificate(Files.readString(identity.certificate()))
                .withPrivateKey(Files.readString(identity.key()));
        PemSslStoreDetails trusted = PemSslStoreDetails.forCertificate(Files.readString(authority.certificate()));
        return SslBundle.of(new PemSslStoreBundle(ours, trusted)).createSslContext();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void a_certificate_of_ours_lets_us_in() throws IOException {
        assertThat(hub(both(authority.client("freshmaker")))
                        .tell("buildContainer")
                        .number())
                .isEqualTo(5);
    }

    @Test
    void a_certificate_of_somebody_else_does_not() throws IOException {
        KojiHub stranger = hub(both(TestAuthority.create().client("freshmaker")));

        assertThatThrownBy(() -> stranger.tell("buildContainer")).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_file_that_holds_no_key_stops_the_start_with_its_setting() throws IOException {
        Path empty = Files.writeString(folder.resolve("freshmaker.pem"), "nothing\n");

        assertThatThrownBy(() -> hub(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("freshmaker.koji.client-certificate");
    }

    private Path both(Identity identity) throws IOException {
        Path file = folder.resolve("freshmaker.pem");
        return Files.writeString(file, Files.readString(identity.certificate()) + Files.readString(identity.key()));
    }

    private KojiHub hub(Path certificate) {
        URI url = URI.create(
                "https://localhost:%d/kojihub".formatted(server.getAddress().getPort()));
        KojiSettings settings = Kojis.settings(url, certificate, authority.certificate());
        Http http = new Http(
                Systems.some().system("koji", Systems.QUICK),
                Systems.QUICK,
                KojiTls.of(settings).orElseThrow());
        return new KojiHub(new HubLine(http, url), Login.byCertificate());
    }
}
