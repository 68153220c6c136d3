package io.freshmaker.query.testing;

import io.freshmaker.platform.testing.TestAuthority;
import io.freshmaker.platform.testing.TestAuthority.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/** Somebody who asks the query side over TLS, with a certificate of his own or without one. */
public final class Secure {

    private final int port;
    private final SSLContext context;
    private final HttpClient client;

    public Secure(int port, TestAuthority trusted, @Nullable Identity own) {
        this.port = port;
        context = context(trusted, own);
        client = HttpClient.newBuilder()
                .sslContext(context)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    public SSLContext context() {
        return context;
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** With a JSON content type, as every write needs it. */
    public HttpResponse<String> write(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(TestAuthority trusted, @Nullable Identity own) {
        try {
            PemSslStoreDetails keys = own == null
                    ? null
                    : PemSslStoreDetails.forCertificate(Files.readString(own.certificate()))
                            .withPrivateKey(Files.readString(own.key()));
            PemSslStoreDetails trust = PemSslStoreDetails.forCertificate(Files.readString(trusted.certificate()));
            return SslBundle.of(new PemSslStoreBundle(keys, trust)).createSslContext();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
