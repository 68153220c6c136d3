package io.freshmaker.command.outside;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the settings of one system outside: a wrong one stops the start with a sentence that names it.
 *
 * @param prefix of their names, e.g. {@code freshmaker.pyxis}
 */
public record Settings(String prefix) {

    /**
     * @param expected what it has to be
     * @throws IllegalArgumentException unless it is good
     */
    public void check(String name, String expected, @Nullable Object found, boolean good) {
        if (!good) {
            throw new IllegalArgumentException("%s.%s: expected %s, found %s".formatted(prefix, name, expected, found));
        }
    }

    /** An http or https address; null where the setting is empty. */
    public @Nullable URI address(String name, @Nullable URI url) {
        if (url == null || url.toString().isEmpty()) return null;
        boolean isHttp = url.getHost() != null && List.of("http", "https").contains(String.valueOf(url.getScheme()));
        check(name, "an http or https address", url, isHttp);
        return url;
    }

    /** What is set can be read. */
    public void readable(String name, String kind, @Nullable Path file) {
        check(name, kind, file + ", which cannot be read", file == null || Files.isReadable(file));
    }

    /** Neither without the other. */
    public void certificateWithKey(@Nullable Path certificate, @Nullable Path privateKey) {
        check("private-key", "a PEM file, for a certificate", "nothing", certificate == null || privateKey != null);
        check("certificate", "a PEM file, for a private key", "nothing", privateKey == null || certificate != null);
    }
}
