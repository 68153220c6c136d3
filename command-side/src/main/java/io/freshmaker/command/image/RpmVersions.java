package io.freshmaker.command.image;

import io.freshmaker.api.value.Nvr;
import io.github.nscuro.versatile.VersionFactory;
import io.github.nscuro.versatile.spi.Version;
import io.github.nscuro.versatile.version.KnownVersioningSchemes;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Compares builds of one package by RPM's own rules; an epoch, which an NVR does not have, is ignored (spec §7.2). */
public final class RpmVersions {
    /** Builds of one image, the lowest first. Two that RPM takes for the same stand in the order of their text. */
    static final Comparator<Nvr> LOWEST_FIRST =
            Comparator.comparing(RpmVersions::versionOfImage).thenComparing(Comparator.naturalOrder());

    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._+~^]");

    private RpmVersions() {}

    public static boolean isOlder(Nvr one, Nvr than) {
        return version(one.version(), one.release()).compareTo(version(than.version(), than.release())) < 0;
    }

    /** Nobody checks how images are numbered. What RPM would refuse separates, like a dot. */
    private static Version versionOfImage(Nvr nvr) {
        return version(allowed(nvr.version()), allowed(nvr.release()));
    }

    private static String allowed(String part) {
        return FOREIGN.matcher(part).replaceAll(".");
    }

    private static Version version(String version, String release) {
        return VersionFactory.forScheme(KnownVersioningSchemes.SCHEME_RPM, version + "-" + release);
    }
}
