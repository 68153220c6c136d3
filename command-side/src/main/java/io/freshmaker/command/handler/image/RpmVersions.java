package io.freshmaker.command.handler.image;

import io.freshmaker.api.value.Nvr;
import io.github.nscuro.versatile.VersionFactory;
import io.github.nscuro.versatile.spi.Version;
import io.github.nscuro.versatile.version.KnownVersioningSchemes;

/** Compares builds of one package by RPM's own rules; an epoch, which an NVR does not have, is ignored (spec §7.2). */
public final class RpmVersions {
    private RpmVersions() {}

    public static boolean isOlder(Nvr one, Nvr than) {
        return version(one).compareTo(version(than)) < 0;
    }

    private static Version version(Nvr nvr) {
        return VersionFactory.forScheme(KnownVersioningSchemes.SCHEME_RPM, nvr.version() + "-" + nvr.release());
    }
}
