package io.freshmaker.platform.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An authority of the test's own that certifies servers on this machine and clients, with the keytool of the running JDK. */
public final class TestAuthority {

    private static final String PASSWORD = "changeit";
    private static final int LIMIT_SECONDS = 30;
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;
    private final Path store;
    private final Path certificate;
    private final AtomicInteger issued = new AtomicInteger();

    private TestAuthority(Path folder) {
        this.folder = folder;
        store = folder.resolve("authority.p12");
        keytool("ca", "CN=Authority of a test", "-ext", "bc:critical=ca:true", "-ext", "ku:critical=keyCertSign");
        certificate = write("ca.pem", pem("CERTIFICATE", encoded(certificateOf("ca"))));
    }

    /**
     * A certificate with its private key: both as PEM, the key also as DER (PKCS #8), which PostgreSQL's driver wants.
     *
     * @param certificate what the other side may see
     * @param key readable by its owner only
     */
    public record Identity(Path certificate, Path key, Path derKey) {}

    /** A new one, which nobody trusts yet; its files go to a temporary folder. */
    public static TestAuthority create() {
        return new TestAuthority(TemporaryFolder.create("authority"));
    }

    /** What those who trust this authority have to know, as PEM. */
    public Path certificate() {
        return certificate;
    }

    /** For a server that is reached as {@code localhost} or {@code 127.0.0.1}. */
    public Identity server() {
        return issue("localhost", "-ext", "san=dns:localhost,ip:127.0.0.1", "-ext", "eku=serverAuth");
    }

    /** For a server that is somewhere else: its name is not that of this machine. */
    public Identity elsewhere() {
        return issue("elsewhere.example", "-ext", "san=dns:elsewhere.example", "-ext", "eku=serverAuth");
    }

    public Identity client(String name) {
        return issue(name, "-ext", "eku=clientAuth");
    }

    private Identity issue(String subject, String... options) {
        String name = subject + "-" + issued.incrementAndGet();
        List<String> signed = new ArrayList<>(List.of("-signer", "ca"));
        signed.addAll(List.of(options));
        keytool(name, "CN=" + subject, signed.toArray(String[]::new));
        byte[] key = keyOf(name).getEncoded();
        return new Identity(
                write(name + ".pem", pem("CERTIFICATE", encoded(certificateOf(name)))),
                write(name + ".key.pem", pem("PRIVATE KEY", key)),
                write(name + ".key.der", key));
    }

    private void keytool(String alias, String subject, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1", // it lives for half a second
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                alias,
                "-dname",
                subject,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "30"));
        command.addAll(List.of(options));
        run(command);
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("Failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Key keyOf(String alias) {
        try {
            return Objects.requireNonNull(open().getKey(alias, PASSWORD.toCharArray()), alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Certificate certificateOf(String alias) {
        try {
            return Objects.requireNonNull(open().getCertificate(alias), alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore open() {
        try (InputStream file = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(file, PASSWORD.toCharArray());
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path write(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.write(file, content);
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pem(String what, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, PEM.encodeToString(der), what)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
